import { join } from 'node:path';
import {
  completeRendition,
  findVersionRow,
  giveBackStep,
  keepProgress,
  layersOf,
  type TakenStep,
  takeStep,
} from '@pinpaint/actions';
import type { Intent, IntentKind, VersionId } from '@pinpaint/domain';
import type { SceneLayer } from '@pinpaint/pictures';
import { inScratch } from '../inScratch.ts';
import { fileOf, keepFile, type RenderDeps, readStored } from '../renderDeps.ts';
import { resultOf } from '../resultOf.ts';
import { RendererStops } from './StepRunner.ts';
import type { StepOutcome } from './stepThread.ts';

/**
 * Refines, upscales or animates what is next in turn, in a thread of its own; it ends soon after somebody cancels it.
 * Which step the job speaks of doesn't matter: there is one for each.
 */
export async function makeStep(deps: RenderDeps): Promise<void> {
  const step = await takeStep(deps.ctx);
  if (!step) return;
  try {
    await make(deps, step);
  } catch (error) {
    await giveBackStep(deps.ctx, { ...step, isOwnWill: error instanceof RendererStops });
    throw error;
  }
}

async function make(deps: RenderDeps, step: TakenStep): Promise<void> {
  const { studioId, renditionId, versionId, parentBlob } = step;
  const source = parentBlob ? await fileOf(deps, parentBlob) : await resultOf(deps, studioId, versionId);
  try {
    await inScratch(deps, async (dir) => {
      const outputPath = join(dir, `rendition.${step.format}`);
      const outcome = await runWatched(deps, step, { picturePath: source.path, dir, outputPath });
      if (outcome.kind === 'cancelled') return;
      if (outcome.kind !== 'made') {
        deps.log.warn({ studioId, renditionId, says: outcome.says }, `step ${outcome.kind}`);
        const failureCode = outcome.kind === 'refused' ? outcome.code : 'rendition.crashed';
        await completeRendition(deps.ctx, { studioId, renditionId, outcome: { failureCode } });
        return;
      }
      const file = await keepFile(deps, outputPath, mediaTypes[step.format] ?? `image/${step.format}`);
      const { provenance } = outcome;
      await completeRendition(deps.ctx, { studioId, renditionId, outcome: { file, provenance } });
    });
  } finally {
    await source.release();
  }
}

const mediaTypes: Readonly<Record<string, string>> = { mp4: 'video/mp4' };

type Paths = { readonly picturePath: string; readonly dir: string; readonly outputPath: string };

/** How often progress is kept, and with it looked whether anybody still wants it. */
const lookEachMs = 500;

async function runWatched(deps: RenderDeps, step: TakenStep, paths: Paths): Promise<StepOutcome> {
  const stop = new AbortController();
  let progress = 0;
  const look = setInterval(async () => {
    const wanted = await keepProgress(deps.ctx, { ...step, progress }).catch(() => true);
    if (!wanted) stop.abort();
  }, lookEachMs);
  try {
    const scene = await sceneOf(deps, step);
    const wish = { step: step.step, ...scene, ...paths };
    return await deps.steps.run(wish, stop.signal, (fraction) => {
      progress = fraction;
    });
  } finally {
    clearInterval(look);
  }
}

async function sceneOf(deps: RenderDeps, { studioId, versionId, step }: TakenStep) {
  const version = await findVersionRow(deps.ctx.db, studioId, versionId);
  if (!version) throw new Error(`Version ${versionId} is gone`);
  const { bounds } = version;
  const needsLayers = step.kind === 'animate' && step.parallax > 0;
  const placed = needsLayers ? await thingsOf(deps, versionId) : [];
  const layers: SceneLayer[] = [];
  for (const { visible, rect, opacity, alphaDigest } of placed) {
    if (visible) layers.push({ rect, opacity, alpha: await readStored(deps, alphaDigest) });
  }
  return { bounds, layers };
}

/** Only these laid a thing into the picture; what recoloured or filled a region would tear it. */
const thingKinds: readonly IntentKind[] = ['add', 'place', 'replace'];

async function thingsOf({ ctx }: RenderDeps, versionId: VersionId) {
  const layers = await layersOf(ctx.db, versionId);
  const ids = layers.map(({ candidateId }) => candidateId);
  const candidates = await ctx.db.candidate.findMany({
    where: { id: { in: ids } },
    select: { id: true, edit: { select: { intent: true } } },
  });
  const kinds = new Map(
    candidates.map(({ id, edit }) => [id, (edit.intent as unknown as Intent).wish?.kind]),
  );
  return layers.filter(({ candidateId }) => {
    const kind = kinds.get(candidateId);
    return kind !== undefined && thingKinds.includes(kind);
  });
}
