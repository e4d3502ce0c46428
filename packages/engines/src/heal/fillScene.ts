import { flags } from '@pinpaint/domain';
import { measureEdit } from '@pinpaint/imaging';
import type { EngineCandidate, ReportProgress } from '../engine.ts';
import { type Scene, tryOnce } from './tryOnce.ts';

/** How far the first fill is of both; the second is seldom needed. */
const firstShare = 0.7;
/** Seeds of one hole differ by as much as a flag's threshold leaves; from here on pieces are tried as well. */
const suspectedCut = 0.6 * flags['edge.cut'].above;

/**
 * A fill by patches; where it ends in a straight cut, as where what comes from two sides meets in the middle, one of
 * large pieces laid on whole, if that is not cut worse. Pieces fit less well by their pixels, but their borders lie
 * where they are seen least.
 */
export async function fillScene(
  scene: Scene,
  seed: number,
  signal: AbortSignal,
  report: ReportProgress,
): Promise<EngineCandidate> {
  const reportFirst = (fraction: number): void => report(fraction * firstShare);
  const patches = await tryOnce(scene, { seed, inPieces: false, signal, report: reportFirst });
  const cut = scene.isOneSided ? 0 : cutOf(scene, patches);
  if (cut <= suspectedCut) return patches;
  const reportSecond = (fraction: number): void => report(firstShare + fraction * (1 - firstShare));
  const pieces = await tryOnce(scene, { seed, inPieces: true, signal, report: reportSecond });
  return cutOf(scene, pieces) <= Math.max(cut, flags['edge.cut'].above) ? pieces : patches;
}

/** See docs/figures.md. */
function cutOf({ request }: Scene, { patch, usedAlpha }: EngineCandidate): number {
  const [before, after] = [{ ...request.crop, channels: 3 } as const, { ...patch, channels: 3 } as const];
  return measureEdit({ before, after, alpha: usedAlpha, change: 'removed' }, ['cut']).cut ?? 0;
}
