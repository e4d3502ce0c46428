import { type BoardView, placeFrame, readBoard, removeSticky, setSticky } from '@pinpaint/board';
import type { Db } from '@pinpaint/db';
import {
  type BoardId,
  type FrameId,
  genesisHash,
  newId,
  type ProjectId,
  type StudioId,
} from '@pinpaint/domain';
import * as Y from 'yjs';
import { takeLease } from '../../nodes/lease.sql.ts';
import { beat, removeNode } from '../../nodes/node.sql.ts';
import { type BoardAt, BoardStore } from '../../rooms/boardStore.ts';
import { Scheduler } from '../../rooms/testing/openTestRoom.ts';

export type Write = {
  readonly atMs: number;
  readonly people: readonly string[];
  readonly act: (doc: Y.Doc) => void;
};

/** A board with a log as a room would have written it. */
export class Past {
  readonly at: BoardAt;
  readonly doc = new Y.Doc();
  /** How the board was after each row. */
  readonly views = new Map<number, BoardView>();
  readonly #db: Db;
  #seq = 0;

  static async open(db: Db): Promise<Past> {
    const [studioId, projectId, boardId] = [newId<StudioId>(), newId<ProjectId>(), newId<BoardId>()];
    const ledgerHead = { create: { seq: 0, hash: genesisHash(studioId) } };
    await db.studio.create({ data: { id: studioId, name: 'Studio', ledgerHead } });
    await db.project.create({ data: { id: projectId, studioId, name: 'Project', policy: {} } });
    await db.board.create({ data: { id: boardId, studioId, projectId, name: 'Board' } });
    return new Past(db, { studioId, boardId });
  }

  private constructor(db: Db, at: BoardAt) {
    this.#db = db;
    this.at = at;
  }

  async write({ atMs, people, act }: Write): Promise<number> {
    const updates: Uint8Array[] = [];
    const hear = (update: Uint8Array) => updates.push(update);
    this.doc.on('update', hear);
    act(this.doc);
    this.doc.off('update', hear);
    this.#seq += 1;
    const update = Uint8Array.from(Y.mergeUpdates(updates));
    const data = { ...this.at, seq: this.#seq, update, personIds: [...people], createdAt: new Date(atMs) };
    await this.#db.boardUpdate.create({ data });
    this.views.set(this.#seq, readBoard(this.doc));
    return this.#seq;
  }

  /** As a room does now and then, and on its way out. */
  async compact(): Promise<void> {
    const nodeId = newId() as string;
    await beat(this.#db, { id: nodeId, url: null, load: 0, leaseMs: 60_000 });
    const epoch = await takeLease(this.#db, { ...this.at, nodeId });
    if (epoch === null) throw new Error('Somebody else has the board');
    const lease = {
      nodeId,
      epoch,
      holds: () => true,
      giveUp: () => undefined,
      release: async () => undefined,
    };
    await new BoardStore(this.#db, { ...this.at, lease }).compact(this.#seq, Y.encodeStateAsUpdate(this.doc));
    await removeNode(this.#db, nodeId);
  }
}

const frameIds = Array.from({ length: 4 }, () => newId<FrameId>());

/** Something that somebody may do, as the seed decides. */
export function anyDeed(seed: number): (doc: Y.Doc) => void {
  const random = new Scheduler(seed);
  const id = `${random.random(6)}`;
  const x = random.random(1_000);
  const frameId = frameIds[random.random(frameIds.length)];
  const text = 'words '.repeat(random.random(40));
  const deeds = [
    (doc: Y.Doc) => setSticky(doc, id, { x, y: 0, width: 9, height: 9, text, colour: 'green' }),
    (doc: Y.Doc) => removeSticky(doc, id),
    (doc: Y.Doc) => frameId && placeFrame(doc, frameId, { x, y: 0, scale: 1 }),
  ];
  const deed = deeds[random.random(deeds.length)];
  // What changes nothing makes no update.
  return (doc) => {
    deed?.(doc);
    setSticky(doc, 'always', { x: seed, y: 0, width: 9, height: 9, text: '', colour: 'grey' });
  };
}
