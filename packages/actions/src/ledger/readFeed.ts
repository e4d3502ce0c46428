import { readTracedEvents } from '@pinpaint/db';
import type { StudioId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type FeedEvent, heardBy } from './audience.ts';

export type FeedPage = {
  /** In the order of the ledger. */
  readonly items: readonly FeedEvent[];
  /** Up to which event was looked: what to go on after, also when nothing was heard. */
  readonly upto: number;
  /** Of those events whose request was traced; for whoever passes them on, never for whoever hears them. */
  readonly traces?: readonly EventTrace[];
};

type EventTrace = { readonly seq: number; readonly at: string; readonly traceparent: string };

/** Read at a time, and how often before the reader is given what there is: somebody who may hear little must not scan a whole ledger. */
const scanned = 500;
const scansAtMost = 4;

/**
 * What the actor may hear after an event. A studio's writes commit in the order of their seq, so nothing
 * turns up later below `upto`.
 */
export async function readFeed(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<FeedPage> {
  const items: FeedEvent[] = [];
  const traces: EventTrace[] = [];
  let upto = after;
  for (let scan = 0; scan < scansAtMost; scan += 1) {
    const events = await readTracedEvents(ctx.db, actor.studioId, { after: upto, limit: scanned });
    for (const { event, traceparent } of events) {
      upto = event.seq;
      const heard = heardBy(actor, event);
      if (heard) items.push(heard);
      if (heard && traceparent) traces.push({ seq: event.seq, at: event.at, traceparent });
      if (items.length === limit) return pageOf(items, upto, traces);
    }
    if (events.length < scanned) break;
  }
  return pageOf(items, upto, traces);
}

function pageOf(items: FeedEvent[], upto: number, traces: EventTrace[]): FeedPage {
  return traces.length > 0 ? { items, upto, traces } : { items, upto };
}

/** The seq of the studio's last event: where somebody begins who has just read everything. */
export async function headOfLedger({ db }: Pick<Ctx, 'db'>, studioId: StudioId): Promise<number> {
  const head = await db.ledgerHead.findUniqueOrThrow({ where: { studioId } });
  return head.seq;
}
