import { Prisma, type Writing, writing } from '@pinpaint/db';
import {
  areInOrder,
  containsRect,
  newId,
  ok,
  type PixelRect,
  type RenditionId,
  type RenditionStep,
  type Result,
  recipeOf,
  type VersionId,
} from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { bookFilm } from './bookFilm.ts';
import { type ApprovedVersion, findApproved } from './findApproved.ts';
import { queueStep } from './queueStep.ts';
import { type Rendition, type RenditionFormat, toRendition } from './toRendition.ts';
import { wordSteps } from './wordSteps.ts';

export type MakeSteps = { readonly versionId: VersionId; readonly steps: readonly RenditionStep[] };

/** One person's in a studio: four chains of all three, hours of work on a processor. */
const waitingLimit = 12;

/**
 * Refine, upscale, animate: what each step makes of an approved version is a rendition of its own, made of the one
 * before. What was made already, by these or by longer steps, is not made again.
 *
 * @returns one for each step
 */
export async function makeSteps(
  ctx: Ctx,
  actor: Actor,
  { versionId, ...wish }: MakeSteps,
): Promise<Result<readonly Rendition[], Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async (w) => {
    const version = await findApproved(w.tx, actor, versionId);
    if (!version.ok) return version;
    const worded = wordSteps(wish.steps);
    if (!worded.ok) return worded;
    const steps = worded.value;
    if (!areInOrder(steps)) return problem('rendition.wrong-order', { steps: steps.map(({ kind }) => kind) });
    const outside = safeOutside(steps, version.value.bounds);
    if (outside) return problem('rendition.safe-outside', { safe: outside, bounds: version.value.bounds });
    const { studioId } = actor;
    const waiting = {
      studioId,
      createdBy: personIdOf(actor),
      state: 'queued',
      step: { not: Prisma.DbNull },
    } as const;
    const before = await w.tx.rendition.count({ where: waiting });
    const made: Prisma.RenditionModel[] = [];
    for (const [at, step] of steps.entries()) {
      const wish = { step, recipe: recipeOf(steps.slice(0, at + 1)), parentId: made.at(-1)?.id ?? null };
      const wanted = await want(ctx, w, { version: version.value, by: personIdOf(actor), ...wish });
      if (!wanted.ok) return wanted;
      made.push(wanted.value);
    }
    const after = await w.tx.rendition.count({ where: waiting });
    if (after > before && after > waitingLimit)
      return problem('rendition.too-many-waiting', { limit: waitingLimit });
    const next = made.find(({ state }) => state !== 'ready');
    if (next) await queueStep(ctx, w.tx, next);
    return ok(made.map(toRendition));
  });
}

/** The first area that is to stay in view and doesn't lie in the picture; null: none. */
function safeOutside(steps: readonly RenditionStep[], bounds: PixelRect): PixelRect | null {
  const areas = steps.flatMap((step) => (step.kind === 'animate' && step.safe ? [step.safe] : []));
  return areas.find((safe) => !containsRect(bounds, safe)) ?? null;
}

type Wanted = {
  readonly version: ApprovedVersion;
  readonly by: string | null;
  readonly step: RenditionStep;
  readonly recipe: string;
  readonly parentId: string | null;
};

async function want(
  ctx: Ctx,
  { tx, record }: Writing,
  wanted: Wanted,
): Promise<Result<Prisma.RenditionModel, Problem>> {
  const { version, by, step, recipe, parentId } = wanted;
  const { id: versionId, studioId, digest, scope } = version;
  const where = { versionId_recipe: { versionId, recipe } };
  const there = await tx.rendition.findUnique({ where });
  if (there && (there.state === 'ready' || there.state === 'queued')) return ok(there);
  const id = there?.id ?? newId<RenditionId>();
  const format = formatOf(step);
  const booked = step.kind === 'film' ? await bookFilm(ctx, tx, { step, id, version }) : null;
  if (booked && !booked.ok) return booked;
  const operation = booked ? { operation: booked.value } : {};
  const row = await tx.rendition.upsert({
    where,
    create: {
      id,
      studioId,
      versionId,
      digest,
      step: { ...step },
      parentId,
      recipe,
      format,
      createdBy: by,
      ...operation,
    },
    update: {
      state: 'queued',
      failureCode: null,
      failureSays: null,
      progress: 0,
      attempts: 0,
      beatAt: null,
      createdBy: by,
      ...operation,
    },
  });
  record({
    topic: 'rendition.queued',
    subject: { kind: 'rendition', id },
    scope,
    payload: { versionId, format, digest, parentId, ...sayStep(step), usd: booked?.value.usd ?? 0 },
    ...(step.kind === 'film' ? { texts: { prompt: step.prompt } } : {}),
  });
  return ok(row);
}

/** What somebody wrote stands in the chain as a hash. */
function sayStep(step: RenditionStep) {
  return { step: step.kind === 'film' ? { kind: step.kind, seconds: step.seconds } : { ...step } };
}

function formatOf(step: RenditionStep): RenditionFormat {
  if (step.kind === 'film') return 'mp4';
  return step.kind === 'animate' ? step.format : 'png';
}
