import { ok, type Result, type StudioId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { type FeedEvent, heardBy } from './audience.ts';
import { readTogether } from './readTogether.ts';

export type FeedPage = {
  /** In the order of the ledger. */
  readonly items: readonly FeedEvent[];
  /** Up to which event was looked: what to go on after, also when nothing was heard. */
  readonly upto: number;
  /** It was cut at its limit: there is more after it. */
  readonly hasMore: boolean;
  /** Of those events whose request was traced; for whoever passes them on, never for whoever hears them. */
  readonly traces: readonly EventTrace[];
};

type EventTrace = { readonly seq: number; readonly at: string; readonly traceparent: string };

/** Read at a time, and how often before the reader is given what there is: somebody who may hear little must not scan a whole ledger. */
const scanned = 500;
const scansAtMost = 4;

export type ReadEvents = Awaited<ReturnType<typeof readTogether>>;

type Hearer = {
  readonly studioId: StudioId;
  /** Who hears of these events, with the rights they have once these have happened. */
  readonly asOf: (events: ReadEvents) => Promise<Result<Actor, Problem>>;
};

/**
 * What somebody may hear after an event. A studio's writes commit in the order of their seq, so nothing
 * turns up later below `upto`.
 */
export async function readFeed(
  { db }: Pick<Ctx, 'db'>,
  { studioId, asOf }: Hearer,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<Result<FeedPage, Problem>> {
  const items: FeedEvent[] = [];
  const traces: EventTrace[] = [];
  let upto = after;
  for (let scan = 0; scan < scansAtMost; scan += 1) {
    const events = await readTogether(db, studioId, { after: upto, limit: scanned });
    const actor = await asOf(events);
    if (!actor.ok) return actor;
    for (const { event, traceparent } of events) {
      upto = event.seq;
      const heard = heardBy(actor.value, event);
      if (heard) items.push(heard);
      if (heard && traceparent) traces.push({ seq: event.seq, at: event.at, traceparent });
      if (items.length === limit) return ok({ items, upto, hasMore: true, traces });
    }
    if (events.length < scanned) return ok({ items, upto, hasMore: false, traces });
  }
  return ok({ items, upto, hasMore: true, traces });
}

/** The seq of the studio's last event: where somebody begins who has just read everything. */
export async function headOfLedger({ db }: Pick<Ctx, 'db'>, studioId: StudioId): Promise<number> {
  const head = await db.ledgerHead.findUniqueOrThrow({ where: { studioId } });
  return head.seq;
}
