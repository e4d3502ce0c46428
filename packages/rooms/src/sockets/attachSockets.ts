import type { Server } from 'node:http';
import type { NewsServer } from './serveNews.ts';

/** Where the socket is, on whichever server. */
export const newsPath = '/api/v1/news';

/** Gives a server's upgrades on `newsPath` to the news. Others are left to whoever else listens, and refused if nobody does. */
export function attachNews(server: Server, news: NewsServer): void {
  server.on('upgrade', (request, socket, head) => {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path === newsPath) news.upgrade(request, socket, head);
    else if (server.listenerCount('upgrade') === 1)
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
}
