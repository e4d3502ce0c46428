import type CV from '@techstark/opencv-js';
import type { GreyView } from './greyView.ts';
import { withMats } from './withMats.ts';

type Plane = Pick<GreyView, 'width' | 'height' | 'data'>;

/** Where a small picture lies best in a larger one, by its top left corner, in samples. */
export type Peak = { readonly x: number; readonly y: number; readonly correlation: number };

/** A place that is not looked at: around another one's top left corner. */
export type But = { readonly x: number; readonly y: number; readonly across: number; readonly down: number };

/** Normalised cross-correlation over all shifts; null where the small one is not smaller. */
export function bestPeak(
  cv: typeof CV,
  { small, large, but = null }: { readonly small: Plane; readonly large: Plane; readonly but?: But | null },
): Peak | null {
  if (small.width >= large.width || small.height >= large.height) return null;
  return withMats((keep) => {
    const matOf = ({ width, height, data }: Plane) => keep(cv.matFromArray(height, width, cv.CV_8UC1, data));
    const scores = keep(new cv.Mat());
    cv.matchTemplate(matOf(large), matOf(small), scores, cv.TM_CCOEFF_NORMED);
    return highest(scores.data32F, scores.cols, but);
  });
}

function highest(scores: Float32Array, columns: number, but: But | null): Peak | null {
  let best = -1;
  for (let at = 0; at < scores.length; at += 1) {
    if (but && isNear(at % columns, Math.floor(at / columns), but)) continue;
    if (best < 0 || (scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  }
  if (best < 0) return null;
  const [x, y] = [best % columns, Math.floor(best / columns)];
  const value = (dx: number, dy: number) => scores[best + dy * columns + dx] ?? scores[best] ?? 0;
  const correlation = scores[best] ?? 0;
  const isInside = x > 0 && x < columns - 1 && best >= columns && best < scores.length - columns;
  if (!isInside) return { x, y, correlation };
  return {
    x: x + vertex(value(-1, 0), correlation, value(1, 0)),
    y: y + vertex(value(0, -1), correlation, value(0, 1)),
    correlation,
  };
}

function isNear(x: number, y: number, but: But): boolean {
  return Math.abs(x - but.x) < but.across && Math.abs(y - but.y) < but.down;
}

/** Of the parabola through three neighbours, where it is highest: −0.5…0.5. */
function vertex(before: number, here: number, after: number): number {
  const bend = before - 2 * here + after;
  return bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
}
