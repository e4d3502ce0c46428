import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { refuseUpgrade } from './refuseUpgrade.ts';

/** Where the news are, on whichever server. */
export const newsPath = '/api/v1/news';
/** What y-websocket calls the server's address; a room's name follows, as `board/<id>`. */
export const roomsPath = '/api/v1/rooms';

type Upgrades = { upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void };
export type SocketServers = { readonly news: Upgrades; readonly rooms?: Upgrades };

/** Gives a server's upgrades to those they are for. Others are left to whoever else listens, and refused if nobody does. */
export function attachSockets(server: Server, { news, rooms }: SocketServers): void {
  server.on('upgrade', (request, socket, head) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (path === newsPath) news.upgrade(request, socket, head);
    else if (rooms && path.startsWith(`${roomsPath}/`)) rooms.upgrade(request, socket, head);
    else if (server.listenerCount('upgrade') === 1) refuseUpgrade(socket, 404);
  });
}
