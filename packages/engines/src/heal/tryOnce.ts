import { flags } from '@pinpaint/domain';
import type { EngineCandidate, EngineRequest, ReportProgress, RgbCrop } from '../engine.ts';
import { createRandom } from '../random.ts';
import { audition, auditionWork } from './audition.ts';
import { counterFeather } from './counterFeather.ts';
import { ringResidual95 } from './figures.ts';
import { type FullSize, startFullSize } from './fullSize.ts';
import { isDeciding } from './isDeciding.ts';
import type { Level } from './level.ts';
import { applyMembrane } from './membrane.ts';
import type { Offset } from './offset.ts';
import { paintFullSize } from './paintFullSize.ts';
import { pixelRole, type RolePlane } from './pixelRole.ts';
import type { Pyramid } from './pyramid.ts';
import { type Reach, scaleReach } from './reach.ts';
import type { Ring } from './ring.ts';
import { planStages, solve, solveWork } from './solve.ts';
import { startStage } from './startStage.ts';
import { fillByStrips } from './strips/fillByStrips.ts';
import type { Samples } from './strips/layStrips.ts';

/** A request as the solver sees it; the holes of the pyramid's levels are painted over by each try. */
export type Scene = {
  readonly request: EngineRequest;
  readonly plane: RolePlane;
  readonly pyramid: Pyramid;
  readonly solveLevel: Level;
  /** Whether some of the crop has no pixels yet: the fill has no far side there. */
  readonly isOneSided: boolean;
  /** In pixels of the crop. */
  readonly reach: Reach;
  /** In pixels of the solve level. */
  readonly offsets: readonly Offset[];
};

/** How far light is carried into a fill that has no far side, as a share of the crop's shorter side. */
const oneSidedReach = 0.1;

/** Seeds of one hole differ by as much as a flag's threshold leaves; from here on whole lines are tried instead. */
const doubt = 0.8 * flags['fill.disagrees'].above;

export type TryRun = {
  readonly seed: number;
  /** See `audition`. */
  readonly inPieces: boolean;
  readonly signal: AbortSignal;
  readonly report: ReportProgress;
};

export async function tryOnce(
  scene: Scene,
  { seed, inPieces, signal, report }: TryRun,
): Promise<EngineCandidate> {
  const stages = planStages(scene.pyramid.levels);
  const coarse = stages.filter(({ level }, at) => at === 0 || isDeciding(level));
  const finer = stages.slice(coarse.length);
  const work = auditionWork({ stages: coarse }) + solveWork(finer);
  const advance = startStage(report, { from: 0, to: 0.7, work });
  const common = {
    unitWidth: scene.solveLevel.width,
    offsets: scene.offsets,
    reach: scaleReach(scene.reach, 1 / scene.pyramid.scale),
    signal,
    advance,
  };
  const { solved: chosen, ...figures } = await audition({
    ...common,
    stages: coarse,
    seed,
    isOneSided: scene.isOneSided,
    inPieces,
  });
  const isDoubtful = figures.seedDisagreement > doubt;
  const laid = scene.isOneSided && isDoubtful ? await layLines(scene, seed, signal) : null;
  if (laid) {
    report(1);
    const { seedDisagreement } = figures;
    return {
      patch: patchOf(scene.request.crop, laid),
      usedAlpha: usedAlpha(scene),
      seed,
      figures: { seedDisagreement },
    };
  }
  await solve(chosen, { ...common, stages: finer, random: createRandom(seed) });
  const { full, ring } = await paint(scene, seed, { signal, report });
  return {
    patch: patchOf(scene.request.crop, full.samples),
    usedAlpha: usedAlpha(scene),
    seed,
    figures: { ...figures, ringResidual95: ringResidual95(ring) },
  };
}

async function paint(
  { request, plane, pyramid, solveLevel, reach, isOneSided }: Scene,
  seed: number,
  { signal, report }: { readonly signal: AbortSignal; readonly report: ReportProgress },
): Promise<{ readonly full: FullSize; readonly ring: Ring }> {
  const { crop, permittedAlpha } = request;
  const full = startFullSize(crop, plane, solveLevel, pyramid.scale);
  const advance = startStage(report, { from: 0.7, to: 0.95, work: crop.height });
  const ring = await paintFullSize(full, { reach, random: createRandom(seed), signal, advance });
  applyMembrane(full, ring, isOneSided ? oneSidedReach * Math.min(crop.width, crop.height) : Infinity);
  counterFeather(full, crop, permittedAlpha);
  report(1);
  return { full, ring };
}

/** The first answer is the best plan there is, further ones are others. */
function layLines(
  { request, plane, pyramid }: Scene,
  seed: number,
  signal: AbortSignal,
): Promise<Samples | null> {
  const random = seed === request.seed ? null : createRandom(seed);
  return fillByStrips({ crop: request.crop, plane, pyramid, random, signal });
}

function patchOf({ width, height }: RgbCrop, samples: Samples): RgbCrop {
  return samples instanceof Uint16Array
    ? { width, height, depth: 16, data: samples }
    : { width, height, depth: 8, data: samples };
}

/** All that is permitted, faded by the strength: the fill holds wherever the alpha isn't 0. */
function usedAlpha({ request, plane }: Scene): Uint8Array {
  const strength = Math.min(1, Math.max(0, request.strength));
  return request.permittedAlpha.map((alpha, at) =>
    plane.roles[at] === pixelRole.hole ? Math.floor(alpha * strength) : 0,
  );
}
