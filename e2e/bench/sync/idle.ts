import * as Y from 'yjs';
import { dialectOf, updateMessage } from './dialects.ts';
import { hold, mark, rest, tell } from './ownProcess.ts';
import { Person } from './Person.ts';
import type { ServerName } from './servers.ts';
import { WireClient } from './WireClient.ts';

export type Idle = { readonly server: ServerName; readonly url: string; readonly rooms: number };

const peopleARoom = 2;
const wish: Idle = JSON.parse(process.argv[2] ?? '');
await tell(run);

/** Rooms in which two people have written something and now only look. */
async function run(): Promise<object> {
  // The first rooms pay for code and caches that all share.
  const early = await openRooms('early', 20);
  await rest(3_000);
  await hold();
  mark();
  const rooms = await openRooms('idle', wish.rooms);
  await rest(8_000);
  await hold();
  mark();
  await rest(500);
  for (const client of [...early, ...rooms]) client.close();
  return {};
}

async function openRooms(name: string, count: number): Promise<readonly WireClient[]> {
  const clients: WireClient[] = [];
  for (let n = 0; n < count; n += 1) {
    const [url, dialect] =
      wish.server === 'hocuspocus'
        ? [wish.url, dialectOf(wish.server, `${name}-${n}`)]
        : [`${wish.url}/${name}-${n}`, dialectOf(wish.server)];
    for (let at = 0; at < peopleARoom; at += 1) {
      const client = new WireClient(url, null);
      await client.opened();
      for (const message of dialect.hello) client.send(message);
      const doc = new Y.Doc();
      doc.getMap('shapes').set(`${at}`, { x: at });
      client.send(updateMessage(dialect, Y.encodeStateAsUpdate(doc)));
      new Person(client, clients.length, dialect).move(0);
      clients.push(client);
    }
  }
  return clients;
}
