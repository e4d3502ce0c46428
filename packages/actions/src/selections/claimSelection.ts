import {
  canonicalJson,
  type Json,
  ok,
  type PixelSize,
  type Result,
  type SelectionId,
  sha256Hex,
  type WorkerId,
} from '@pinpaint/domain';
import type { PlacedSelection } from '@pinpaint/imaging';
import type { WorkerActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findWorker } from '../workers/findWorker.ts';
import { lookUntil, type Waiting } from '../workers/lookUntil.ts';
import { noteSeen } from '../workers/noteSeen.ts';
import { stillAsked } from './askSelection.ts';
import { nextSelection } from './nextSelection.sql.ts';
import { type KeptView, selectionWaitMs } from './selection.ts';

export type ClaimedSelection = PlacedSelection & {
  readonly selectionId: SelectionId;
  /** Names the picture's pixels: who has read them before need not fetch them again. */
  readonly picture: string;
  readonly size: PixelSize;
};

/** Of those who lose a race for one. */
const tries = 5;

/**
 * The next selection for this worker's segmenter, or null when none came in time. It has no lease: whoever asked waits
 * for seconds, in which nobody could tell a dead worker from a slow one, and looks for edges then.
 */
export async function claimSelection(
  ctx: Ctx,
  actor: WorkerActor,
  { workerId, ...waiting }: Waiting & { readonly workerId: WorkerId },
): Promise<Result<ClaimedSelection | null, Problem>> {
  const taken = await lookUntil(ctx.workCalls, waiting, async () => {
    const worker = await findWorker(ctx.db, actor, workerId);
    if (!worker.ok) return worker;
    const { segmenter, drainingAt } = worker.value;
    if (!segmenter || drainingAt) return null;
    await noteSeen(ctx, worker.value);
    const next = await takeNext(ctx, actor, workerId);
    return next && ok(next);
  });
  return taken ?? ok(null);
}

async function takeNext(
  ctx: Ctx,
  { studioId }: WorkerActor,
  workerId: WorkerId,
): Promise<ClaimedSelection | null> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const now = ctx.now();
    const since = new Date(now.getTime() - selectionWaitMs);
    const id = await nextSelection(ctx.db, { studioId, since });
    if (!id) return null;
    const [row] = await ctx.db.selection.updateManyAndReturn({
      where: { id, workerId: null, ...stillAsked(now) },
      data: { workerId, startedAt: now },
    });
    if (row) return toClaimed(row);
  }
  return null;
}

function toClaimed({
  id,
  view,
  hints,
}: {
  readonly id: string;
  readonly view: unknown;
  readonly hints: unknown;
}): ClaimedSelection {
  const { blob, rect, size } = view as KeptView;
  const picture = sha256Hex(canonicalJson({ blob, rect, size } as unknown as Json));
  return { selectionId: id as SelectionId, picture, size, ...(hints as PlacedSelection) };
}
