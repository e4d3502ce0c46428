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
  scanDistances(alpha, { width, height }, { limitPx: ringPx }, (row, y) => markNear(ring, y * width, row));
  return ring;
}

function markNear(ring: Uint8Array, start: number, squares: Uint32Array): void {
  for (let x = 0; x < squares.length; x += 1) {
    const squared = squares[x] ?? 0;
    if (squared > 0 && squared <= ringPx * ringPx) ring[start + x] = 1;
  }
}

type BorderGradients = {
  /** null: the alpha has no border. */
  readonly across: number | null;
  /** In the ring; where the alpha leaves no room for one, wherever alpha does not change. */
  readonly along: number;
};

function borderGradients(picture: Picture, alpha: Uint8Array, ring: Uint8Array): BorderGradients {
  const sums = sumPairs(picture, alpha, ring);
  const inRing = sums.ringPairs > 0 ? sums : sumPairs(picture, alpha, new Uint8Array(ring.length).fill(1));
  const perStep = picture.depth === 8 ? 3 : 3 * 257;
  return {
    across: sums.borderWeight > 0 ? sums.border / (sums.borderWeight * perStep) : null,
    along: inRing.ringPairs > 0 ? inRing.ring / (inRing.ringPairs * perStep) : 0,
  };
}

/** Differences of R, G and B summed over pairs of neighbours: across the border, and within the ring. */
type Sums = { border: number; borderWeight: number; ring: number; ringPairs: number };

/** Every pixel with its right neighbour and with its lower one. */
function sumPairs({ width, height, channels, data }: Picture, alpha: Uint8Array, ring: Uint8Array): Sums {
  const sums = { border: 0, borderWeight: 0, ring: 0, ringPairs: 0 };
  const planes = { data, channels, alpha, ring };
  for (let y = 0; y < height; y += 1) {
    const start = y * width;
    addPairs(sums, planes, { start, end: start + width - 1, toNext: 1 });
    if (y + 1 < height) addPairs(sums, planes, { start, end: start + width, toNext: width });
  }
  return sums;
}

type Planes = Pick<Picture, 'data' | 'channels'> & { readonly alpha: Uint8Array; readonly ring: Uint8Array };
type RowOfPairs = { readonly start: number; readonly end: number; readonly toNext: number };

/** One row only: a function that is called often is compiled well long before the picture ends. */
function addPairs(
  sums: Sums,
  { data, channels, alpha, ring }: Planes,
  { start, end, toNext }: RowOfPairs,
): void {
  let [border, borderWeight, inRing, ringPairs] = [0, 0, 0, 0];
  for (let p = start; p < end; p += 1) {
    const q = p + toNext;
    const step = Math.abs((alpha[p] ?? 0) - (alpha[q] ?? 0));
    // What a transparent pixel hides is no neighbour to anybody who looks.
    if (channels === 4 && (data[p * 4 + 3] === 0 || data[q * 4 + 3] === 0)) continue;
    // Most pairs are neither, and the difference is what takes the time.
    if (step > 0) {
      border += step * difference(data, p * channels, q * channels);
      borderWeight += step;
    } else if (ring[p] === 1 && ring[q] === 1) {
      inRing += difference(data, p * channels, q * channels);
      ringPairs += 1;
    }
  }
  sums.border += border;
  sums.borderWeight += borderWeight;
  sums.ring += inRing;
  sums.ringPairs += ringPairs;
}

/** Of R, G and B between the pixels that begin at `a` and `b`. */
function difference(data: Picture['data'], a: number, b: number): number {
  return (
    Math.abs((data[a] ?? 0) - (data[b] ?? 0)) +
    Math.abs((data[a + 1] ?? 0) - (data[b + 1] ?? 0)) +
    Math.abs((data[a + 2] ?? 0) - (data[b + 2] ?? 0))
  );
}
