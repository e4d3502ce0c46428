import { ok, type Result, type StudioId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { type AdmitCtx, admit } from '../access/admit.ts';
import type { Problem } from '../problem.ts';
import { type FeedPage, headOfLedger, readFeed } from './readFeed.ts';

export type FeedReader = {
  readonly studioId: StudioId;
  /** The person in their studio, or the guest. */
  readonly readerId: string;
  /** With the rights the reader has at this moment; fails once they are shut out. */
  read(page: { readonly after: number; readonly limit: number }): Promise<Result<FeedPage, Problem>>;
  head(): Promise<number>;
};

/** @param renew loads the actor anew, as the one who asked at first. */
export function feedReader(
  ctx: AdmitCtx,
  actor: Actor,
  renew: () => Promise<Result<Actor, Problem>>,
): FeedReader {
  const { studioId } = actor;
  return {
    studioId,
    readerId: actor.kind === 'person' ? `${studioId} ${actor.personId}` : actor.guestId,
    async read(page) {
      const now = await renew();
      return now.ok ? ok(await readFeed(ctx, now.value, page)) : now;
    },
    head: () => headOfLedger(ctx, studioId),
  };
}

/** The reader behind a person's token or a guest's secret. */
export async function admitReader(ctx: AdmitCtx, secret: string): Promise<Result<FeedReader, Problem>> {
  const actor = await admit(ctx, secret);
  return actor.ok ? ok(feedReader(ctx, actor.value, () => admit(ctx, secret))) : actor;
}
