import type { Tx } from '@pinpaint/db';
import type { PixelRect } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { loadMasks } from '../masks/loadMasks.ts';
import { lockRegions, locksDigest } from '../masks/permittedOf.ts';
import type { CandidateAt } from './findCandidate.ts';

/** Whether a lock that was set after the run lies over what a candidate changes. A lock always wins. */
export async function lockedSince(ctx: Ctx, tx: Tx, candidate: CandidateAt): Promise<boolean> {
  const locks = await lockRegions(tx, candidate.edit.frameId);
  if (locks.length === 0 || locksDigest(locks) === candidate.edit.locksDigest) return false;
  const png = await ctx.blobs.read(candidate.alphaBlob);
  if (!png) throw new Error(`The alpha of candidate ${candidate.id} is not in the store`);
  const alpha = { rect: candidate.rect as PixelRect, png };
  return ctx.pixels.touchesLock({ alpha, locks, masks: await loadMasks(ctx, locks) });
}
