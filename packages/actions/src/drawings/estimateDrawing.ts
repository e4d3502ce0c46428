import {
  type BoardId,
  type ExpectedCost,
  explainChoice,
  ok,
  type PixelSize,
  type Result,
  type SpendingLimit,
} from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { readLimits } from '../edits/limits.sql.ts';
import { type SaidChoice, sayChoice } from '../edits/toEdit.ts';
import { mayAddFrame } from '../frames/mayAddFrame.ts';
import type { Problem } from '../problem.ts';
import { measuredEngines } from '../workers/measuredEngines.ts';
import { drawingOffers, drawnAspects } from './drawingOffers.ts';

export type DrawingEstimate = {
  /** In which shapes it could be drawn now; empty: nobody connected draws. */
  readonly aspects: readonly string[];
  /** Those that draw in the shape asked for, in order of choice. */
  readonly engines: readonly {
    readonly name: string;
    readonly version: string;
    readonly size: PixelSize;
    readonly cost: ExpectedCost;
    readonly choice: SaidChoice;
  }[];
  readonly limits: readonly SpendingLimit[];
};

/** Who could draw a picture for this board, what each would take, and the limits it would be under. */
export async function estimateDrawing(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  { boardId, aspect }: { readonly boardId: BoardId; readonly aspect: string },
): Promise<Result<DrawingEstimate, Problem>> {
  const allowed = await mayAddFrame(ctx.db, actor, { boardId });
  if (!allowed.ok) return allowed;
  const { studioId } = actor;
  const { projectId } = allowed.value.scope;
  const [connected, limits] = await Promise.all([
    measuredEngines(ctx.db, { studioId, now: ctx.now() }),
    readLimits(ctx.db, { studioId, projectId, now: ctx.now() }),
  ]);
  const offers = drawingOffers(connected, aspect);
  const engines = offers.map((offer) => ({
    name: offer.name,
    version: offer.engine.version,
    size: { width: offer.shape.width, height: offer.shape.height },
    cost: offer.cost,
    choice: sayChoice(explainChoice(offers, offer)),
  }));
  return ok({ aspects: drawnAspects(connected), engines, limits });
}
