import { workChannel } from '@pinpaint/db';
import { ok, type Result, regionProblem } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findHeldSelection, type HeldSelection, stillHeld } from './heldSelection.ts';
import type { KeptAnswer } from './selection.ts';

export type AnswerSelection = HeldSelection & {
  /** One byte a pixel of the size that the claim named; 0 is not the thing. */
  readonly mask: Uint8Array;
  /** 0…1 */
  readonly score: number;
};

/** A mask becomes the line round it, as a hand would have drawn it: a person sees it before anything comes of it. */
export async function answerSelection(
  ctx: Ctx,
  actor: WorkerActor,
  { mask, score, ...held }: AnswerSelection,
): Promise<Result<null, Problem>> {
  const found = await findHeldSelection(ctx.db, actor, held);
  if (!found.ok) return found;
  const { view, segmenter } = found.value;
  if (mask.length !== view.size.width * view.size.height) return problem('selection.wrong-size');
  const region = await ctx.pixels.outlineMask({ mask, view });
  const fits = region && !regionProblem(region, view.bounds);
  return end(ctx, held, fits ? { region, score, segmenter } : { refusal: 'nothing' });
}

/** The model can't look. Why stands in the worker's log: nobody who points at a picture could mend it. */
export async function failSelection(
  ctx: Ctx,
  actor: WorkerActor,
  held: HeldSelection,
): Promise<Result<null, Problem>> {
  const found = await findHeldSelection(ctx.db, actor, held);
  return found.ok ? end(ctx, held, { refusal: 'failed' }) : found;
}

async function end(ctx: Ctx, held: HeldSelection, answer: KeptAnswer): Promise<Result<null, Problem>> {
  const { selectionId } = held;
  const { count } = await ctx.db.selection.updateMany({ where: stillHeld(held), data: { answer } });
  if (count === 0) return problem('selection.not-waited-for', { selectionId });
  await ctx.db.$executeRaw`SELECT pg_notify(${workChannel}, ${selectionId})`;
  return ok(null);
}
