import type { Db, Tx } from '@pinpaint/db';
import * as Y from 'yjs';
import type { BoardAt } from '../rooms/boardStore.ts';
import type { CheckpointFacts } from './planCheckpoints.ts';
import type { RowFacts } from './planThinning.ts';

/** How much of a log is in memory at a time. */
const pageRows = 500;

export type LogRow = { readonly seq: number; readonly update: Uint8Array };

/** Rows with what is in them, in order, above `after` and not above `upto`. */
export async function* readRows(
  db: Db,
  { studioId, boardId }: BoardAt,
  { after, upto }: { readonly after: number; readonly upto: number },
): AsyncGenerator<readonly LogRow[]> {
  for (let from = after; ; ) {
    const rows = await db.$queryRaw<LogRow[]>`
      SELECT seq, "update" FROM board_update
      WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid AND seq > ${from} AND seq <= ${upto}
      ORDER BY seq LIMIT ${pageRows}`;
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
    from = rows.at(-1)?.seq ?? upto;
  }
}

/** The document as it was after a row. */
export async function documentAt(db: Db, at: BoardAt, seq: number): Promise<Y.Doc> {
  const { studioId, boardId } = at;
  // As it is: through the client's own reading, a state of megabytes takes three times as long.
  const [checkpoint] = await db.$queryRaw<{ upto: number; state: Uint8Array }[]>`
    SELECT upto, state FROM board_checkpoint
    WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid AND upto <= ${seq}
    ORDER BY upto DESC LIMIT 1`;
  const doc = new Y.Doc();
  if (checkpoint) Y.applyUpdate(doc, checkpoint.state);
  for await (const rows of readRows(db, at, { after: checkpoint?.upto ?? 0, upto: seq })) {
    Y.transact(doc, () => {
      for (const { update } of rows) Y.applyUpdate(doc, update);
    });
  }
  return doc;
}

/** What there is of a board's past, without what is in it; `upto` is where the living document's own state is. */
export type HistoryFacts = {
  readonly upto: number;
  readonly stateBytes: number;
  readonly rows: readonly RowFacts[];
  readonly checkpoints: readonly CheckpointFacts[];
};

/** @returns null: nothing is past yet. */
export async function historyFacts(
  db: Db | Tx,
  { studioId, boardId }: BoardAt,
): Promise<HistoryFacts | null> {
  const [snapshot] = await db.$queryRaw<{ upto: number; bytes: number }[]>`
    SELECT upto, octet_length(state) AS bytes FROM board_snapshot
    WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid`;
  if (!snapshot) return null;
  const rows = await db.$queryRaw<{ seq: number; at: Date; bytes: number }[]>`
    SELECT seq, created_at AS at, octet_length("update") AS bytes FROM board_update
    WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid AND seq <= ${snapshot.upto}
    ORDER BY seq`;
  const checkpoints = await db.$queryRaw<CheckpointFacts[]>`
    SELECT upto, octet_length(state) AS bytes FROM board_checkpoint
    WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid ORDER BY upto`;
  return {
    upto: snapshot.upto,
    stateBytes: snapshot.bytes,
    rows: rows.map(({ seq, at, bytes }) => ({ seq, atMs: at.getTime(), bytes })),
    checkpoints,
  };
}

export function bytesOf({ rows, checkpoints }: Pick<HistoryFacts, 'rows' | 'checkpoints'>): number {
  return [...rows, ...checkpoints].reduce((sum, { bytes }) => sum + bytes, 0);
}
