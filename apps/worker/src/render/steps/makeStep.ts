import { join } from 'node:path';
import { completeRendition, findVersionRow, keepProgress, layersOf } from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import type { Intent, IntentKind, RenditionId, RenditionStep, StudioId, VersionId } from '@pinpaint/domain';
import type { SceneLayer } from '@pinpaint/pictures';
import { inScratch } from '../inScratch.ts';
import { fileOf, keepFile, type RenderDeps, readStored } from '../renderDeps.ts';
import { resultOf } from '../resultOf.ts';
import type { StepOutcome } from './stepThread.ts';
import type { StepWish } from './stepWish.ts';

type Step = {
  readonly studioId: StudioId;
  readonly renditionId: RenditionId;
  readonly versionId: VersionId;
  readonly parentBlob: string | null;
  readonly step: StepWish['step'];
  readonly format: string;
};

/** Refines, upscales or animates, in a thread of its own; it ends soon after somebody cancels it. */
export async function makeStep(deps: RenderDeps, job: Jobs['rendition.step']): Promise<void> {
  const step = await findStep(deps, job);
  if (!step) return;
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

/** null: nobody wants it any more, or what it is to be made of is not there yet, and it is called again then. */
async function findStep({ ctx }: RenderDeps, job: Jobs['rendition.step']): Promise<Step | null> {
  const where = { id: job.renditionId, studioId: job.studioId };
  const row = await ctx.db.rendition.findFirst({ where, include: { parent: true } });
  if (row?.state !== 'queued' || !row.step || (row.parent && !row.parent.blobDigest)) return null;
  const step = row.step as unknown as RenditionStep;
  if (step.kind === 'film') return null;
  return {
    studioId: row.studioId as StudioId,
    renditionId: row.id as RenditionId,
    versionId: row.versionId as VersionId,
    parentBlob: row.parent?.blobDigest ?? null,
    step,
    format: row.format,
  };
}

type Paths = { readonly picturePath: string; readonly dir: string; readonly outputPath: string };

/** How often progress is kept, and with it looked whether anybody still wants it. */
const lookEachMs = 500;

async function runWatched(deps: RenderDeps, step: Step, paths: Paths): Promise<StepOutcome> {
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

async function sceneOf(deps: RenderDeps, { studioId, versionId, step }: Step) {
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
