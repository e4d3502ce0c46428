import * as Y from 'yjs';
import { dialectOf, updateMessage } from './dialects.ts';
import type { Heard } from './Heard.ts';
import { Person } from './Person.ts';
import type { ServerName } from './servers.ts';
import { WireClient } from './WireClient.ts';

type Wished = {
  /** Of the rooms' names. */
  readonly name: string;
  readonly count: number;
  /** In the first rooms, who comes second decodes what they hear; left out, nobody does. */
  readonly heard?: readonly Heard[];
};

export type RoomsWish = { readonly server: ServerName; readonly url: string };
export type InRoom = { readonly client: WireClient; readonly person: Person };

const peopleARoom = 2;

/** Rooms of two who have each written something. */
export async function openRooms(
  { server, url }: RoomsWish,
  { name, count, heard = [] }: Wished,
): Promise<readonly InRoom[]> {
  const there: InRoom[] = [];
  for (let n = 0; n < count; n += 1) {
    const [address, dialect] =
      server === 'hocuspocus'
        ? [url, dialectOf(server, `${name}-${n}`)]
        : [`${url}/${name}-${n}`, dialectOf(server)];
    for (let at = 0; at < peopleARoom; at += 1) {
      const client = new WireClient(address, (at === 1 && heard[n]?.listener()) || null);
      await client.opened();
      for (const message of dialect.hello) client.send(message);
      const doc = new Y.Doc();
      doc.getMap('shapes').set(`${at}`, { x: at });
      client.send(updateMessage(dialect, Y.encodeStateAsUpdate(doc)));
      const person = new Person(client, there.length, dialect);
      person.move(0);
      there.push({ client, person });
    }
  }
  return there;
}
