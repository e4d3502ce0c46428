import { keepHistories } from '@pinpaint/rooms/history';
import { pushStuckFindings } from '../carries/pushStuckFindings.ts';
import type { Ctx } from '../ctx.ts';
import { pushStuckSteps } from '../renditions/pushStuckSteps.ts';
import { selectionKeptMs } from '../selections/selection.ts';
import { pushStuckEdits } from './pushStuckEdits.ts';
import { pushStuckPictures } from './pushStuckPictures.ts';
import { takeBackLeases } from './takeBackLeases.ts';

const dayMs = 24 * 60 * 60_000;

/** What has to be done now and then, by whichever renderer gets the job. */
export async function keepHouse(
  ctx: Pick<Ctx, 'db' | 'queue' | 'now' | 'pasts' | 'maxHistoryBytes'>,
): Promise<void> {
  await takeBackLeases(ctx, { studioId: null });
  await pushStuckEdits(ctx);
  await pushStuckPictures(ctx);
  await pushStuckFindings(ctx);
  await pushStuckSteps(ctx);
  const now = ctx.now().getTime();
  // Those that have ended are shown to their person for a while; who signed in when, the ledger keeps.
  await ctx.db.session.deleteMany({ where: { expiresAt: { lt: new Date(now - 30 * dayMs) } } });
  await ctx.db.signInMail.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  await ctx.db.reviewCode.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  await ctx.db.selection.deleteMany({ where: { createdAt: { lt: new Date(now - selectionKeptMs) } } });
  await ctx.db.idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(now - dayMs) } } });
  // Last, since it may take its time.
  await keepHistories(ctx, ctx.now());
}
