import type { Db } from '@pinpaint/db';
import type { BoardAt } from '../rooms/boardStore.ts';
import { takeRows, walkOn, walkTo } from './boardLog.ts';
import type { Span } from './planThinning.ts';
import type { PastWalk } from './thread/openPasts.ts';

type Merging = { readonly past: PastWalk; readonly spans: readonly Span[] };

/** Makes one row of each span. A board's past is walked through once, from the first of them on. */
export async function mergeSpans(db: Db, at: BoardAt, { past, spans }: Merging): Promise<void> {
  let done: number | null = null;
  for (const { first, last } of spans) {
    if (done === null) await walkTo(db, at, { past, seq: first - 1 });
    else await walkOn(db, at, { past, after: done, upto: first - 1 });
    await takeRows(db, at, { past, after: first - 1, upto: last });
    await replaceRows(db, at, { first, last, update: await past.merge() });
    done = last;
  }
}

type Replacing = Span & { readonly update: Uint8Array<ArrayBuffer> };

/** In one statement: who reads meanwhile sees all of the rows, or the one. */
async function replaceRows(
  db: Db,
  { studioId, boardId }: BoardAt,
  { first, last, update }: Replacing,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const [merged] = await tx.$queryRaw<{ people: string[]; writes: number; began: Date; ended: Date }[]>`
      WITH gone AS (
        DELETE FROM board_update
        WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid
          AND seq BETWEEN ${first} AND ${last}
        RETURNING person_ids, writes, began_at, created_at
      )
      SELECT
        ARRAY(SELECT DISTINCT unnest(person_ids) FROM gone)::text[] AS people,
        sum(writes)::int AS writes,
        min(coalesce(began_at, created_at)) AS began,
        max(created_at) AS ended
      FROM gone`;
    if (!merged) return;
    const { people, writes, began, ended } = merged;
    await tx.boardUpdate.create({
      data: {
        studioId,
        boardId,
        seq: last,
        update,
        personIds: people,
        writes,
        beganAt: began,
        createdAt: ended,
      },
    });
  });
}
