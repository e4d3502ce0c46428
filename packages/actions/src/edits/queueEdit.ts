import { randomInt } from 'node:crypto';
import type { Prisma, Writing } from '@pinpaint/db';
import {
  boundsOfRegion,
  type EditId,
  type Intent,
  intersectRects,
  type MeasuredEngine,
  ok,
  type Region,
  type Result,
  regionProblem,
  type StudioId,
} from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import type { FrameAt } from '../frames/findFrame.ts';
import { maskProblem } from '../masks/maskProblem.ts';
import { lockRegions, permittedOf } from '../masks/permittedOf.ts';
import { swapPinState } from '../pins/swapPinState.ts';
import { type Problem, problem } from '../problem.ts';
import { newestVersion } from '../versions/newestVersion.ts';
import { addsNothing, type EditArea, editArea } from './editArea.ts';
import { reachOf } from './estimateArea.ts';
import { growthProblem } from './growthProblem.ts';
import { limitProblem } from './limitProblem.ts';
import { routeEdit } from './routeEdit.ts';
import { settleMatch } from './settleMatch.ts';
import { settlePlace } from './settlePlace.ts';
import { waitingProblem } from './waitingProblem.ts';

export type QueuedEdit = {
  readonly id: EditId;
  readonly pin: Prisma.PinModel;
  readonly frame: FrameAt;
  readonly region: Region;
  readonly intent: Intent;
  /** Those connected that may be taken. */
  readonly engines: readonly MeasuredEngine[];
  /** The one wanted; left out: the first in order of choice. */
  readonly engine?: string | undefined;
  readonly seed?: number | undefined;
  readonly strength: number;
  readonly variants: number;
  readonly growPx: number | null;
  readonly featherPx: number | null;
  readonly retryOfId: EditId | null;
  /** The edit of another frame that this one repeats. */
  readonly carriedFromId?: EditId | null;
  readonly by: string;
  /** Nobody pressed a button: the project's policy lets it start. */
  readonly byPolicy?: boolean;
};

/** The row, its job and the pin's move: what starting, trying again and the project's policy have in common. */
export async function queueEdit(
  ctx: Ctx,
  writing: Writing,
  wish: QueuedEdit,
): Promise<Result<Prisma.EditModel, Problem>> {
  const { tx, record } = writing;
  const { pin, frame, growPx, featherPx, variants } = wish;
  const { studioId } = frame;
  const version = await newestVersion(tx, frame.id);
  if (!version || frame.state !== 'ready') return problem('frame.not-ready', { state: frame.state });
  const area = editArea(version.bounds, { region: wish.region, wish: wish.intent.wish });
  if (addsNothing(area, wish.intent.wish)) return problem('edit.has-shape');
  const tooLarge = growthProblem(ctx, area);
  if (tooLarge) return tooLarge;
  const wrong =
    regionProblem(area.region, version.bounds) ??
    (await maskProblem(ctx, tx, { studioId: frame.studioId as StudioId, region: area.region }));
  if (wrong) return problem(wrong);
  const isRetry = wish.retryOfId !== null;
  const repeated = wish.carriedFromId ? 'as-carried' : 'by-hand';
  const routed = routeEdit({ ...wish, area }, wish.engine, isRetry ? 'as-before' : repeated);
  if (!routed.ok) return routed;
  const { engine, estimate, choice } = routed.value;
  const locked = await lockProblem(ctx, writing, { area, frameId: frame.id, wish });
  if (!locked.ok) return locked;
  const placing = { intent: wish.intent, frame, area, growPx, featherPx, isRetry };
  const placed = await settlePlace(ctx, tx, placing);
  if (!placed.ok) return placed;
  const settled = await settleMatch(ctx, tx, { intent: placed.value, frame, bounds: version.bounds });
  if (!settled.ok) return settled;
  const intent = settled.value;
  const { projectId } = frame.scope;
  const spending = { studioId, projectId, usd: estimate.region.usd, now: ctx.now() };
  const beyond = await limitProblem(tx, spending);
  if (beyond) return beyond;
  // Somebody has gone through a carry's frames one by one, and a series has its own limit.
  const tooMany = wish.carriedFromId ? null : await waitingProblem(tx, { studioId, by: wish.by });
  if (tooMany) return tooMany;
  const edit = await tx.edit.create({
    data: {
      id: wish.id,
      studioId,
      frameId: frame.id,
      pinId: pin.id,
      baseVersionId: version.id,
      retryOfId: wish.retryOfId,
      carriedFromId: wish.carriedFromId ?? null,
      engine: engine.name,
      intent: intent as unknown as Prisma.InputJsonValue,
      note: pin.note,
      region: area.region,
      bounds: area.bounds,
      seed: wish.seed ?? randomInt(seedLimit),
      strength: wish.strength,
      variants,
      growPx,
      featherPx,
      estimate,
      choice,
      createdBy: wish.by,
      byPolicy: wish.byPolicy ?? false,
      createdAt: ctx.now(),
    },
  });
  record({
    topic: 'edit.queued',
    subject: { kind: 'edit', id: edit.id },
    scope: frame.scope,
    payload: {
      engine: engine.name,
      pinId: pin.id,
      retryOfId: wish.retryOfId,
      usd: estimate.region.usd,
      chosen: choice.reason,
      ...(wish.carriedFromId ? { carriedFromId: wish.carriedFromId } : {}),
      ...shownBy(intent),
    },
  });
  const moved = await swapPinState(writing, { pin, event: 'startEdit', scope: frame.scope });
  if (!moved.ok) return moved;
  await ctx.queue.enqueue(tx, 'edit.prepare', { studioId, editId: edit.id });
  return ok(edit);
}

/** Which picture a match was shown goes into the chain, as its bytes. */
function shownBy({ wish }: Intent): { readonly referenceDigest?: string } {
  return wish?.kind === 'match' && wish.picture ? { referenceDigest: wish.picture.digest } : {};
}

/** A 32-bit integer column's positive half, which every engine can take. */
export const seedLimit = 2 ** 31 - 1;

/** Only a lock that comes near can leave nothing to change; without one there is no need to rasterise here. */
async function lockProblem(
  ctx: Ctx,
  { tx }: Writing,
  { area, frameId, wish }: { readonly area: EditArea; readonly frameId: string; readonly wish: QueuedEdit },
): Promise<Result<null, Problem>> {
  const reach = reachOf(area, wish.growPx);
  if (!reach) return problem('mask.empty');
  const locks = await lockRegions(tx, frameId);
  const near = locks.filter((lock) => {
    const bounds = boundsOfRegion(lock);
    return !bounds || intersectRects(bounds, reach);
  });
  if (near.length === 0) return ok(null);
  const permitted = await permittedOf(ctx, area, { ...wish, locks: near });
  return permitted.ok ? ok(null) : problem(permitted.error.code);
}
