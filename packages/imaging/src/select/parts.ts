import type { PixelSize } from '@pinpaint/domain';

/** Pixels that hang together by their sides. */
type Parts = {
  /** Of each pixel the number of its part, from 1; 0: it is not of the asked kind. */
  readonly labels: Int32Array;
  /** Of each part, from 1. */
  readonly areas: readonly number[];
  readonly touchesEdge: readonly boolean[];
};

export type Keeping = {
  /** Parts that hold one of these pixels stay. */
  readonly seeds: readonly number[];
  /** So do those of at least a twentieth of the largest. */
  readonly keepsLarge: boolean;
};

export function keepParts(inside: Uint8Array, size: PixelSize, { seeds, keepsLarge }: Keeping): Uint8Array {
  const { labels, areas } = partsOf(inside, size, 1);
  const seeded = new Set(seeds.map((seed) => labels[seed] ?? 0));
  const least = areas.reduce((most, area) => Math.max(most, area), 0) / 20;
  const isKept = areas.map(
    (area, label) => label > 0 && (seeded.has(label) || (keepsLarge && area >= least)),
  );
  return inside.map((_, i) => (isKept[labels[i] ?? 0] ? 1 : 0));
}

/** Closes holes of less than `share` of all that is inside, but for those that hold a pixel of `open`. */
export function fillHoles(
  inside: Uint8Array,
  size: PixelSize,
  { share, open }: { readonly share: number; readonly open: readonly number[] },
): Uint8Array {
  const { labels, areas, touchesEdge } = partsOf(inside, size, 0);
  const most = share * countOf(inside);
  const kept = new Set(open.map((pixel) => labels[pixel] ?? 0));
  return inside.map((value, i) => {
    const label = labels[i] ?? 0;
    if (value === 1 || label === 0) return value;
    return !touchesEdge[label] && !kept.has(label) && (areas[label] ?? 0) <= most ? 1 : 0;
  });
}

export function countOf(inside: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < inside.length; i += 1) count += inside[i] ?? 0;
  return count;
}

function partsOf(inside: Uint8Array, size: PixelSize, kind: 0 | 1): Parts {
  const flood = {
    inside,
    kind,
    labels: new Int32Array(inside.length),
    stack: new Int32Array(inside.length),
    top: 0,
  };
  const areas = [0];
  const touchesEdge = [false];
  for (let start = 0; start < inside.length; start += 1) {
    if (inside[start] !== kind || flood.labels[start] !== 0) continue;
    const part = floodFrom(flood, start, { ...size, label: areas.length });
    areas.push(part.area);
    touchesEdge.push(part.touchesEdge);
  }
  return { labels: flood.labels, areas, touchesEdge };
}

type Flood = {
  readonly inside: Uint8Array;
  readonly kind: 0 | 1;
  readonly labels: Int32Array;
  readonly stack: Int32Array;
  top: number;
};

function floodFrom(
  flood: Flood,
  start: number,
  { width, height, label }: PixelSize & { readonly label: number },
): { readonly area: number; readonly touchesEdge: boolean } {
  let [area, touchesEdge] = [0, false];
  visit(flood, start, label);
  while (flood.top > 0) {
    flood.top -= 1;
    const i = flood.stack[flood.top] ?? 0;
    const [x, y] = [i % width, (i / width) | 0];
    area += 1;
    if (x > 0) visit(flood, i - 1, label);
    if (x < width - 1) visit(flood, i + 1, label);
    if (y > 0) visit(flood, i - width, label);
    if (y < height - 1) visit(flood, i + width, label);
    touchesEdge ||= x === 0 || y === 0 || x === width - 1 || y === height - 1;
  }
  return { area, touchesEdge };
}

function visit(flood: Flood, i: number, label: number): void {
  if (flood.inside[i] !== flood.kind || flood.labels[i] !== 0) return;
  flood.labels[i] = label;
  flood.stack[flood.top] = i;
  flood.top += 1;
}
