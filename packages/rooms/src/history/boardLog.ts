import type { Db, Tx } from '@pinpaint/db';
import type { BoardAt } from '../rooms/boardStore.ts';
import type { CheckpointFacts } from './planCheckpoints.ts';
import type { RowFacts } from './planThinning.ts';
import type { PastWalk } from './thread/openPasts.ts';
import { PastEnded } from './thread/PastEnded.ts';
import type { PackedUpdates } from './thread/unpackUpdates.ts';

/** How much of a log is read at a time: more would hold up everything else while the client reads it. */
const pageRows = 250;
const pieceBytes = 512 * 1024;

type RowsPage = {
  readonly last: number | null;
  readonly bytes: Uint8Array;
  readonly lengths: readonly number[];
};

/** What is in rows, in order, above `after` and not above `upto`. One value a page: the client's reading costs by value. */
async function* readRows(
  db: Db,
  { studioId, boardId }: BoardAt,
  { after, upto }: { readonly after: number; readonly upto: number },
): AsyncGenerator<PackedUpdates> {
  for (let from = after; ; ) {
    const [page] = await db.$queryRaw<RowsPage[]>`
      SELECT
        max(seq) AS last,
        string_agg("update", ''::bytea ORDER BY seq) AS bytes,
        array_agg(octet_length("update") ORDER BY seq) AS lengths
      FROM (
        SELECT seq, "update" FROM board_update
        WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid AND seq > ${from} AND seq <= ${upto}
        ORDER BY seq LIMIT ${pageRows}
      ) AS page`;
    if (!page || page.last === null) return;
    // Of its own memory, which is handed over.
    yield { bytes: Uint8Array.from(page.bytes), lengths: page.lengths };
    if (page.lengths.length < pageRows) return;
    from = page.last;
  }
}

/** Brings a walk that has just begun to where the board was after a row. */
export async function walkTo(db: Db, at: BoardAt, { past, seq }: Walking): Promise<void> {
  const checkpoint = await findCheckpoint(db, at, seq);
  if (checkpoint) {
    const state = await readState(db, at, checkpoint);
    if (!state) throw new PastEnded('history.busy');
    await past.take({ bytes: state, lengths: [state.length] });
    await past.pass();
  }
  await walkOn(db, at, { past, after: checkpoint?.upto ?? 0, upto: seq });
}

export type Walking = { readonly past: PastWalk; readonly seq: number };
export type WalkingOn = { readonly past: PastWalk; readonly after: number; readonly upto: number };

export async function walkOn(db: Db, at: BoardAt, { past, ...range }: WalkingOn): Promise<void> {
  for await (const rows of readRows(db, at, range)) {
    await past.take(rows);
    await past.pass();
  }
}

/** Rows to be gone through in one: counted, or made one row. */
export async function takeRows(db: Db, at: BoardAt, { past, ...range }: WalkingOn): Promise<void> {
  for await (const rows of readRows(db, at, range)) await past.take(rows);
}

/** The newest checkpoint not after a row. */
export async function findCheckpoint(
  db: Db,
  { studioId, boardId }: BoardAt,
  seq: number,
): Promise<CheckpointFacts | null> {
  const [checkpoint] = await db.$queryRaw<CheckpointFacts[]>`
    SELECT upto, octet_length(state) AS bytes FROM board_checkpoint
    WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid AND upto <= ${seq}
    ORDER BY upto DESC LIMIT 1`;
  return checkpoint ?? null;
}

/**
 * In pieces: one of megabytes keeps the event loop from everything else while the client reads it.
 *
 * @returns null: it was taken away meanwhile, as the history was thinned; another one is as near
 */
export async function readState(
  db: Db,
  { studioId, boardId }: BoardAt,
  { upto, bytes }: CheckpointFacts,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const state = new Uint8Array(bytes);
  for (let from = 0; from < bytes; from += pieceBytes) {
    const [row] = await db.$queryRaw<{ piece: Uint8Array }[]>`
      SELECT substring(state FROM ${from + 1} FOR ${pieceBytes}) AS piece FROM board_checkpoint
      WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid AND upto = ${upto}`;
    if (!row) return null;
    state.set(row.piece, from);
  }
  return state;
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
