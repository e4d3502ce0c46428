import type { BrushStroke } from '@pinpaint/domain';
import { type Capsule, capsulesOf, reach } from './capsule.ts';
import type { SpansAt } from './coverage.ts';
import { outlineIn } from './outlineIn.ts';

/** What round-capped strokes cover together. */
export function strokeSpans(strokes: readonly BrushStroke[]): SpansAt {
  const capsules = strokes.flatMap(capsulesOf);
  const outlineAt = startNarrowing(capsules);
  const lefts = new Float64Array(capsules.length);
  const rights = new Float64Array(capsules.length);

  /** By insertion: they come from left to right but for a few. */
  function order(shapes: readonly Capsule[], y: number): number {
    let count = 0;
    for (const shape of shapes) {
      if (y < shape.top || y >= shape.bottom) continue;
      const left = -reach(shape, y, -1);
      const right = reach(shape, y, 1);
      let at = count;
      for (; at > 0 && (lefts[at - 1] ?? 0) > left; at -= 1) {
        lefts[at] = lefts[at - 1] ?? 0;
        rights[at] = rights[at - 1] ?? 0;
      }
      lefts[at] = left;
      rights[at] = right;
      count += 1;
    }
    return count;
  }

  return (y, emit) => {
    const count = order(outlineAt(y), y);
    if (count === 0) return;
    let left = lefts[0] ?? 0;
    let right = left;
    for (let i = 0; i < count; i += 1) {
      const start = lefts[i] ?? 0;
      if (start > right) {
        emit(left, right);
        left = start;
      }
      right = Math.max(right, rights[i] ?? 0);
    }
    emit(left, right);
  };
}

/** Rows of a band, each part of the one before: what shapes no outline in the large band need not be asked in its parts. */
const bandRows = [1024, 256, 64, 16, 4, 1];

/** The shapes that matter on a line. Bands lie where they lie in frame space, so a piece of a plane equals the whole. */
function startNarrowing(all: readonly Capsule[]): (y: number) => readonly Capsule[] {
  const bands = bandRows.map((rows) => ({ rows, top: Number.NaN, shapes: all }));
  return (y) => {
    let shapes = all;
    for (const band of bands) {
      const top = Math.floor(y / band.rows) * band.rows;
      if (band.top !== top) {
        band.top = top;
        band.shapes = outlineIn(shapes, { top, bottom: top + band.rows });
      }
      shapes = band.shapes;
    }
    return shapes;
  };
}
