import type { Err, Result, StudioId } from '@pinpaint/domain';
import type { Db, Tx } from './createDb.ts';
import { appendEvents } from './ledger/appendEvents.ts';
import type { Deed, DeedActor } from './ledger/deed.ts';

export type Writing = {
  readonly tx: Tx;
  /** Notes an event; it gets its place in the chain, and leaves as news, when the transaction commits. */
  readonly record: (deed: Deed) => void;
};

export type Writer = {
  readonly studioId: StudioId;
  readonly actor: DeedActor;
  /** For a studio that does not exist yet: makes its row and the head of its ledger. */
  readonly found?: (tx: Tx) => Promise<void>;
};

/**
 * One transaction of one studio, with its events. The studio's ledger head is locked first, so a studio's
 * writes run one after another: the chain has an order that commits keep, two writers can't deadlock over
 * it, and a reader that has seen event n has seen all before it. A failed result rolls everything back.
 */
export async function writing<T, E>(
  db: Db,
  { studioId, actor, found }: Writer,
  work: (writing: Writing) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  try {
    return await db.$transaction(async (tx) => {
      await found?.(tx);
      const head = await lockHead(tx, studioId);
      const deeds: Deed[] = [];
      const result = await work({ tx, record: (deed) => deeds.push(deed) });
      if (!result.ok) throw new RolledBack(result);
      if (deeds.length > 0) await appendEvents(tx, { studioId, actor, head, deeds });
      return result;
    });
  } catch (thrown) {
    if (thrown instanceof RolledBack) return thrown.result as Err<E>;
    throw thrown;
  }
}

/** Carries a failed result out of Prisma's transaction, which only rolls back on a throw. */
class RolledBack extends Error {
  readonly result: Err<unknown>;
  constructor(result: Err<unknown>) {
    super('rolled back');
    this.result = result;
  }
}

export type Head = { readonly seq: number; readonly hash: string };

async function lockHead(tx: Tx, studioId: StudioId): Promise<Head> {
  const [head] = await tx.$queryRaw<Head[]>`
    SELECT seq, hash FROM ledger_head WHERE studio_id = ${studioId}::uuid FOR UPDATE`;
  if (!head) throw new Error(`Studio ${studioId} has no ledger`);
  return head;
}
