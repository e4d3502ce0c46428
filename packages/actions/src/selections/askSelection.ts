import { Prisma, workChannel } from '@pinpaint/db';
import { newId, ok, type Result, type SelectionId } from '@pinpaint/domain';
import { type Lasso, placeSelection, type SelectHints, selectionView } from '@pinpaint/imaging';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { lookUntil } from '../workers/lookUntil.ts';
import { connectedSegmenter } from './findSegmenter.ts';
import { findSelectable, type Selectable } from './findSelectable.ts';
import { type KeptAnswer, type KeptView, mostSelections, selectionWaitMs } from './selection.ts';

export type AskSelection = Selectable & {
  readonly hints: SelectHints;
  /** Whoever asked has gone. */
  readonly signal?: AbortSignal | undefined;
};

export type Selected = {
  readonly region: Lasso;
  /** The model's own guess of how well this is what was meant, 0…1. */
  readonly score: number;
  readonly segmenter: string;
};

/**
 * Asks a worker's segmenter what lies where somebody points, and waits for it. It changes nothing that anybody else
 * sees, so no event tells of it, and what nobody waits for any more is gone.
 */
export async function askSelection(
  ctx: Ctx,
  actor: Actor,
  { hints, signal, ...wish }: AskSelection,
): Promise<Result<Selected, Problem>> {
  const found = await findSelectable(ctx.db, actor, wish);
  if (!found.ok) return found;
  const view = selectionView(found.value.bounds, hints);
  if (!view) return problem('region.outside');
  const { studioId } = actor;
  const now = ctx.now();
  if (!(await connectedSegmenter(ctx.db, { studioId, now }))) return problem('selection.no-segmenter');
  const id = newId<SelectionId>();
  const kept: KeptView = { ...found.value, ...view };
  const by = { studioId, askedBy: actor.kind === 'person' ? actor.personId : actor.guestId };
  const row = { id, ...by, frameId: wish.frameId, createdAt: now };
  await ctx.db.selection.create({
    data: { ...row, view: kept as object, hints: placeSelection(hints, view) as object },
  });
  try {
    // Counted with one's own row there: of those who ask at once, each sees the others.
    const before = await ctx.db.selection.count({ where: { ...by, ...stillAsked(now), id: { lt: id } } });
    if (before >= mostSelections) return problem('selection.too-many-waiting', { limit: mostSelections });
    await ctx.db.$executeRaw`SELECT pg_notify(${workChannel}, ${id})`;
    return await answerOf(ctx, id, signal);
  } finally {
    await ctx.db.selection.deleteMany({ where: { id, answer: { equals: Prisma.DbNull } } });
  }
}

/** In a WHERE: what somebody still waits for. Those whose process has died are nobody's, long before they are swept. */
export function stillAsked(now: Date) {
  const since = new Date(now.getTime() - selectionWaitMs);
  return { answer: { equals: Prisma.DbNull }, createdAt: { gt: since } };
}

async function answerOf(
  ctx: Ctx,
  id: SelectionId,
  signal: AbortSignal | undefined,
): Promise<Result<Selected, Problem>> {
  const waiting = { waitMs: selectionWaitMs, signal };
  const answer = await lookUntil(ctx.workCalls, waiting, async () => {
    const row = await ctx.db.selection.findUnique({ where: { id }, select: { answer: true } });
    return (row?.answer as KeptAnswer | null | undefined) ?? null;
  });
  if (!answer) return problem('selection.timed-out');
  return 'refusal' in answer ? problem(`selection.${answer.refusal}`) : ok(answer);
}
