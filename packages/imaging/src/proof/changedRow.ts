import { intersectRects } from '@pinpaint/domain';
import type { AlphaPlane } from '../alpha/alphaPlane.ts';
import { type Placed, rectOfPlaced } from '../picture/picture.ts';

type Pair = { readonly before: Placed | null; readonly after: Placed };

/**
 * Sets `marks` to 1 where row `y` of the two pictures differs in any sample or had no pixel before, else to 0.
 * `marks` begins at the left edge of `after` and is as long as its rows.
 *
 * @returns how many differ.
 */
export function markChanged(marks: Uint8Array, { before, after }: Pair, y: number): number {
  const row = { ...rectOfPlaced(after), y, height: 1 };
  const shared = before && intersectRects(rectOfPlaced(before), row);
  if (!before || !shared) {
    marks.fill(1);
    return marks.length;
  }
  const left = shared.x - after.x;
  const end = left + shared.width;
  marks.fill(1, 0, left).fill(1, end);
  const { channels } = after.picture;
  const was = before.picture.data;
  const is = after.picture.data;
  let b = ((y - before.y) * before.picture.width + shared.x - before.x) * channels;
  let a = ((y - after.y) * after.picture.width + left) * channels;
  let changed = marks.length - shared.width;
  for (let x = left; x < end; x += 1, b += channels, a += channels) {
    const differs =
      was[b] !== is[a] ||
      was[b + 1] !== is[a + 1] ||
      was[b + 2] !== is[a + 2] ||
      (channels === 4 && was[b + 3] !== is[a + 3]);
    marks[x] = differs ? 1 : 0;
    if (differs) changed += 1;
  }
  return changed;
}

/** How many of the marked pixels lie where any of the planes is not 0. `start` is where `marks` begins. */
export function countUnder(
  marks: Uint8Array,
  start: { readonly x: number; readonly y: number },
  planes: readonly AlphaPlane[],
): number {
  const left = marks.slice();
  let count = 0;
  for (const { rect, data } of planes) {
    const shared = intersectRects(rect, { ...start, width: marks.length, height: 1 });
    if (!shared) continue;
    const offset = (start.y - rect.y) * rect.width - rect.x;
    for (let x = shared.x; x < shared.x + shared.width; x += 1) {
      if (left[x - start.x] === 0 || data[offset + x] === 0) continue;
      left[x - start.x] = 0;
      count += 1;
    }
  }
  return count;
}
