import { ok, type Result, type StudioId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { type AdmitCtx, admit } from '../access/admit.ts';
import type { Problem } from '../problem.ts';
import { movesRights } from './movesRights.ts';
import { type FeedPage, headOfLedger, type ReadEvents, readFeed } from './readFeed.ts';

export type FeedReader = {
  readonly studioId: StudioId;
  /** The person in their studio, or the guest. */
  readonly readerId: string;
  /** With the rights the reader has as of these events; fails once they are shut out. */
  read(page: { readonly after: number; readonly limit: number }): Promise<Result<FeedPage, Problem>>;
  head(): Promise<number>;
  /** As who they have read last. */
  actor(): Actor;
};

export type FeedOptions = {
  /** Loads the actor anew, as the one who asked at first. */
  readonly renew: () => Promise<Result<Actor, Problem>>;
  /** When what they came with ends by itself, where that is known; null: never. */
  readonly endsAt?: Date | null;
  /** For how long rights are believed while events come that can't change them. */
  readonly recheckMs?: number;
};

/**
 * Rights are asked for anew at first, with each event that can have changed them, and when there is none to go by:
 * every loss of them is an event, or has its hour. So what a pin costs does not grow with who hears of it.
 */
export function feedReader(ctx: AdmitCtx, first: Actor, options: FeedOptions): FeedReader {
  const { renew, endsAt = null, recheckMs = 5_000 } = options;
  const { studioId } = first;
  let actor = first;
  let believedUntilMs = Number.NEGATIVE_INFINITY;

  async function asOf(events: ReadEvents): Promise<Result<Actor, Problem>> {
    const nowMs = ctx.now().getTime();
    const isSame = events.length > 0 && !events.some(({ event }) => movesRights(event));
    if (isSame && nowMs < believedUntilMs) return ok(actor);
    const renewed = await renew();
    if (!renewed.ok) return renewed;
    actor = renewed.value;
    believedUntilMs = Math.min(
      nowMs + recheckMs,
      endsAt && endsAt.getTime() > nowMs ? endsAt.getTime() : Infinity,
    );
    return renewed;
  }

  return {
    studioId,
    readerId: first.kind === 'person' ? `${studioId} ${first.personId}` : first.guestId,
    read: (page) => readFeed(ctx, { studioId, asOf }, page),
    head: () => headOfLedger(ctx, studioId),
    actor: () => actor,
  };
}

/** The reader behind a person's token or a guest's secret. */
export async function admitReader(ctx: AdmitCtx, secret: string): Promise<Result<FeedReader, Problem>> {
  const actor = await admit(ctx, secret);
  return actor.ok ? ok(feedReader(ctx, actor.value, { renew: () => admit(ctx, secret) })) : actor;
}
