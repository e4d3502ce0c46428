import { readEvents, type Tx } from '@pinpaint/db';
import {
  type BrokenChain,
  type ChainHead,
  genesisHash,
  ok,
  type Result,
  type StudioId,
  verifyChain,
} from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { permit } from '../access/permit.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';

export type LedgerProof = {
  readonly holds: boolean;
  /** The last event that holds. Compare its hash with one noted elsewhere: only that shows a ledger cut short and sealed anew. */
  readonly seq: number;
  readonly hash: string;
  readonly firstBroken?: { readonly seq: number; readonly code: BrokenCode };
  /** The same for a person. */
  readonly says: string;
};

type BrokenCode = BrokenChain['code'] | 'ledger.cut';

const pageSize = 1_000;
/** A million events take about half a minute. */
const limitMs = 120_000;

/** Recomputes the studio's whole chain from its first event, off one snapshot. */
export async function verifyLedger(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
): Promise<Result<LedgerProof, Problem>> {
  const allowed = permit(actor, 'ledger.read', {}, 'studio.not-found');
  if (!allowed.ok) return allowed;
  const proof = await ctx.db.$transaction((tx) => recompute(tx, actor.studioId), {
    isolationLevel: 'RepeatableRead',
    timeout: limitMs,
  });
  return ok(proof);
}

async function recompute(tx: Tx, studioId: StudioId): Promise<LedgerProof> {
  const end = await tx.ledgerHead.findUniqueOrThrow({ where: { studioId } });
  let head: ChainHead = { seq: 0, hash: genesisHash(studioId) };
  for (;;) {
    const events = await readEvents(tx, studioId, { after: head.seq, limit: pageSize });
    const checked = verifyChain(events, head);
    if (!checked.ok) return broken(lastGood(events, checked.error, head), checked.error);
    head = checked.value ?? head;
    if (events.length < pageSize) break;
  }
  if (head.seq !== end.seq || head.hash !== end.hash) {
    return broken(head, { seq: head.seq + 1, code: 'ledger.cut' });
  }
  const says = `The ledger holds: ${head.seq} events, each sealed over the one before; the last hash is ${head.hash}.`;
  return { holds: true, ...head, says };
}

function lastGood(events: readonly ChainHead[], { seq }: BrokenChain, before: ChainHead): ChainHead {
  const at = events.findIndex((event) => event.seq === seq);
  const good = events[at - 1] ?? before;
  return { seq: good.seq, hash: good.hash };
}

function broken(head: ChainHead, firstBroken: { seq: number; code: BrokenCode }): LedgerProof {
  const says = `The ledger does not hold: at event ${firstBroken.seq}, ${reasons[firstBroken.code]}.`;
  return { holds: false, ...head, firstBroken, says };
}

const reasons = {
  'ledger.gap': 'an event is missing, doubled or out of its order',
  'ledger.unlinked': 'an event does not follow from the one before',
  'ledger.changed': 'an event is not what was once sealed',
  'ledger.wrong-studio': 'an event belongs to another studio',
  'ledger.cut': 'the ledger ends elsewhere than the studio’s last write',
} as const satisfies Record<BrokenCode, string>;
