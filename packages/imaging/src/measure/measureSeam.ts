import { scanDistances } from '../alpha/distanceField.ts';
import type { Picture } from '../picture/picture.ts';

export type SeamRequest = {
  readonly after: Picture;
  /** Of `after`'s size, 0…255: where and how much the patch shows. */
  readonly alpha: Uint8Array;
  /** For an edit that keeps the thing (recolour, relight): an edge that was there already is no seam. */
  readonly before?: Picture;
};

/** How wide the ring of untouched pixels is with which the border is compared. */
const ringPx = 8;
/** Added to both gradients: below half an 8-bit step nobody sees a difference, and flat areas have none. */
const floorSteps = 0.5;

/**
 * The mean gradient across the alpha's border over the mean gradient in a ring around it: 1 = invisible,
 * above = a visible step. The border is wherever alpha changes, each pair of neighbours weighing as much as
 * its alphas differ, so that a feathered border is judged over its whole width. 1 where there is no border.
 */
export function measureSeam({ after, alpha, before }: SeamRequest): number {
  const ring = ringAround(alpha, after);
  const border = borderGradients(after, alpha, ring);
  if (border.across === null) return 1;
  const wasThere = before ? (borderGradients(before, alpha, ring).across ?? 0) : 0;
  return (border.across + floorSteps) / (Math.max(border.along, wasThere) + floorSteps);
}

/** 1 on untouched pixels within `ringPx` of the touched ones. */
function ringAround(alpha: Uint8Array, { width, height }: Picture): Uint8Array {
  const ring = new Uint8Array(width * height);
  scanDistances(alpha, { width, height }, { limitPx: ringPx }, (row, y) => {
    for (let x = 0; x < width; x += 1) {
      const squared = row[x] ?? 0;
      ring[y * width + x] = squared > 0 && squared <= ringPx * ringPx ? 1 : 0;
    }
  });
  return ring;
}

type BorderGradients = {
  /** null: the alpha has no border. */
  readonly across: number | null;
  /** In the ring; where the alpha leaves no room for one, wherever alpha does not change. */
  readonly along: number;
};

function borderGradients(picture: Picture, alpha: Uint8Array, ring: Uint8Array): BorderGradients {
  const border = { sum: 0, weight: 0 };
  const inRing = { sum: 0, weight: 0 };
  forEachPair(picture, (p, q) => {
    const step = Math.abs((alpha[p] ?? 0) - (alpha[q] ?? 0));
    // Most pairs are neither, and the gradient is what takes the time.
    if (step === 0 && !(ring[p] === 1 && ring[q] === 1)) return;
    const kind = step > 0 ? border : inRing;
    const weight = step || 1;
    kind.sum += weight * gradient(picture, p, q);
    kind.weight += weight;
  });
  return {
    across: border.weight > 0 ? border.sum / border.weight : null,
    along: inRing.weight > 0 ? inRing.sum / inRing.weight : alongEverywhere(picture, alpha),
  };
}

function alongEverywhere(picture: Picture, alpha: Uint8Array): number {
  const all = { sum: 0, weight: 0 };
  forEachPair(picture, (p, q) => {
    if (alpha[p] !== alpha[q]) return;
    all.sum += gradient(picture, p, q);
    all.weight += 1;
  });
  return all.weight > 0 ? all.sum / all.weight : 0;
}

/** Every pixel with its right and its lower neighbour. */
function forEachPair({ width, height }: Picture, visit: (p: number, q: number) => void): void {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const p = y * width + x;
      if (x + 1 < width) visit(p, p + 1);
      if (y + 1 < height) visit(p, p + width);
    }
  }
}

/** Mean difference of R, G and B between two pixels, in 8-bit steps. */
function gradient({ channels, depth, data }: Picture, p: number, q: number): number {
  const a = p * channels;
  const b = q * channels;
  const sum =
    Math.abs((data[a] ?? 0) - (data[b] ?? 0)) +
    Math.abs((data[a + 1] ?? 0) - (data[b + 1] ?? 0)) +
    Math.abs((data[a + 2] ?? 0) - (data[b + 2] ?? 0));
  return depth === 8 ? sum / 3 : sum / (3 * 257);
}
