import type { Db } from '@pinpaint/db';
import * as Y from 'yjs';
import type { BoardAt } from '../rooms/boardStore.ts';
import { documentAt, type LogRow, readRows } from './boardLog.ts';
import type { Span } from './planThinning.ts';

/** Makes one row of each span. A board's past is walked through once, from the first of them on. */
export async function mergeSpans(db: Db, at: BoardAt, spans: readonly Span[]): Promise<void> {
  const [first] = spans;
  if (!first) return;
  const doc = await documentAt(db, at, first.first - 1);
  let done = first.first - 1;
  for (const span of spans) {
    await pass(db, at, { doc, after: done, upto: span.first - 1 });
    await mergeSpan(db, at, { doc, span });
    done = span.last;
  }
  doc.destroy();
}

type Passing = { readonly doc: Y.Doc; readonly after: number; readonly upto: number };

async function pass(db: Db, at: BoardAt, { doc, ...range }: Passing): Promise<readonly LogRow[]> {
  const all: LogRow[] = [];
  for await (const rows of readRows(db, at, range)) {
    Y.transact(doc, () => {
      for (const { update } of rows) Y.applyUpdate(doc, update);
    });
    all.push(...rows);
  }
  return all;
}

async function mergeSpan(
  db: Db,
  at: BoardAt,
  { doc, span: { first, last } }: { readonly doc: Y.Doc; readonly span: Span },
): Promise<void> {
  const before = Y.encodeStateVector(doc);
  const rows = await pass(db, at, { doc, after: first - 1, upto: last });
  const update = smaller(
    Y.mergeUpdates(rows.map((row) => row.update)),
    // Without what came and went within the span, but with all that was ever taken away.
    Y.encodeStateAsUpdate(doc, before),
  );
  await replaceRows(db, at, { first, last, update: Uint8Array.from(update) });
}

function smaller(one: Uint8Array, other: Uint8Array): Uint8Array {
  return other.length < one.length ? other : one;
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
