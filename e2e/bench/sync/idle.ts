import { openRooms, type RoomsWish } from './openRooms.ts';
import { hold, mark, rest, tell } from './ownProcess.ts';

export type Idle = RoomsWish & { readonly rooms: number };

const wish: Idle = JSON.parse(process.argv[2] ?? '');
await tell(run);

/** Rooms in which two people have written something and now only look. */
async function run(): Promise<object> {
  // The first rooms pay for code and caches that all share.
  const early = await openRooms(wish, { name: 'early', count: 100 });
  await rest(3_000);
  await hold();
  mark();
  const rooms = await openRooms(wish, { name: 'idle', count: wish.rooms });
  await rest(8_000);
  await hold();
  mark();
  await rest(500);
  for (const { client } of [...early, ...rooms]) client.close();
  return {};
}
