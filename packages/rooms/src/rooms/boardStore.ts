import type { Db } from '@pinpaint/db';
import type { BoardId, StudioId } from '@pinpaint/domain';
import * as Y from 'yjs';
import { thinSoonMs } from '../history/historyLimits.ts';
import { appendUpdate } from '../nodes/appendUpdate.sql.ts';
import { holdLease } from '../nodes/lease.sql.ts';
import type { Lease } from '../nodes/SyncNode.ts';
import { LostLog } from './LostLog.ts';
import type { LogStore } from './UpdateLog.ts';

export type BoardAt = { readonly studioId: StudioId; readonly boardId: BoardId };

export type Loaded = {
  readonly doc: Y.Doc;
  readonly seq: number;
  /** Kept outside of the snapshot. */
  readonly loose: { readonly updates: number; readonly bytes: number };
  readonly bytes: number;
};

export async function loadBoard(db: Db, { studioId, boardId }: BoardAt): Promise<Loaded> {
  const where = { studioId, boardId };
  const snapshot = await db.boardSnapshot.findUnique({ where: { studioId_boardId: where } });
  // What lies below it is history, thinned at any time; what lies above stays, whatever is compacted meanwhile.
  const updates = await db.boardUpdate.findMany({
    where: { ...where, seq: { gt: snapshot?.upto ?? 0 } },
    select: { seq: true, update: true },
    orderBy: { seq: 'asc' },
  });
  const doc = new Y.Doc();
  const rows = updates.map(({ update }) => update);
  Y.transact(doc, () => {
    for (const update of snapshot ? [snapshot.state, ...rows] : rows) Y.applyUpdate(doc, update);
  });
  const looseBytes = rows.reduce((sum, { length }) => sum + length, 0);
  return {
    doc,
    seq: updates.at(-1)?.seq ?? snapshot?.upto ?? 0,
    loose: { updates: rows.length, bytes: looseBytes },
    bytes: (snapshot?.state.length ?? 0) + looseBytes,
  };
}

export type StoreOptions = BoardAt & { readonly lease: Lease };

export class BoardStore implements LogStore {
  readonly #db: Db;
  readonly #studioId: StudioId;
  readonly #boardId: BoardId;
  readonly #lease: Lease;

  constructor(db: Db, { studioId, boardId, lease }: StoreOptions) {
    this.#db = db;
    this.#studioId = studioId;
    this.#boardId = boardId;
    this.#lease = lease;
  }

  async append(seq: number, update: Uint8Array, people: readonly string[]): Promise<void> {
    if (!this.#lease.holds())
      throw new LostLog(`The lease of board ${this.#boardId} could not be renewed in time`);
    await appendUpdate(this.#db, this.#held, { seq, update, people });
  }

  async compact(upto: number, state: Uint8Array): Promise<void> {
    const [studioId, boardId] = [this.#studioId, this.#boardId];
    const where = { studioId, boardId };
    const data = { upto, state: Uint8Array.from(state), createdAt: new Date() };
    await this.#db.$transaction(async (tx) => {
      await tx.boardSnapshot.upsert({
        where: { studioId_boardId: where },
        create: { ...where, ...data },
        update: data,
      });
      // There is more of it to thin now; whoever works on it all day does not put that off.
      await tx.$executeRaw`
        INSERT INTO board_history (studio_id, board_id, due_at)
        VALUES (${studioId}::uuid, ${boardId}::uuid, ${new Date(data.createdAt.getTime() + thinSoonMs)})
        ON CONFLICT (studio_id, board_id)
        DO UPDATE SET due_at = least(board_history.due_at, excluded.due_at)`;
      // Last, so that whoever takes the room waits for no more than the commit.
      await holdLease(tx, this.#held);
    });
  }

  get #held() {
    const { nodeId, epoch } = this.#lease;
    return { studioId: this.#studioId, boardId: this.#boardId, nodeId, epoch };
  }
}
