import type { PixelSize } from '@pinpaint/domain';
import {
  type ColourPlane,
  edgeScale,
  guessedIn,
  guessedOut,
  squaredApart,
  surelyIn,
  surelyOut,
} from './cutPicture.ts';
import { grabCut } from './grabCut.ts';
import { countOf, fillHoles, keepParts } from './parts.ts';

/** How much of a thing's size each guess is larger than the one before. */
const growth = 1.4;
/** A cut works on no more pixels a side than this; a guess only has to be near. */
const longestSide = 96;
/** Holes of less than this share are part of the thing. */
const holeShare = 0.12;
/** A thing fills at least this share of the guess it was found in, else the guess has shrunk to its seed. */
const leastShare = 0.1;
/** Of all that is looked at; for what is smaller, people zoom in. */
const leastOfPlane = 0.0015;
const weakestEdge = 0.3;
const largestShare = 0.7;

export type Found = {
  readonly inside: Uint8Array;
  /** How strong the edges along its line are, 0…1. */
  readonly edge: number;
};

/** A line this strong that a larger guess finds again is a thing's; the shares are of fixtures and made pictures. */
const [strongEdge, sameAgain] = [0.78, 0.8];

/**
 * What lies under a point, whose size nobody has told: things of many sizes are tried from small to large, each cut
 * out of twice its size. The first with strong edges that the next larger guess finds again is taken, as in maximally
 * stable regions (Matas et al. 2002); where there is none, the one that came nearest to it.
 *
 * @returns null where there is nothing with an edge of its own
 */
export function findAround(
  plane: ColourPlane,
  at: readonly [x: number, y: number],
  signal?: AbortSignal,
): Found | null {
  const largest = Math.max(plane.width, plane.height) * largestShare;
  const least = leastOfPlane * plane.width * plane.height;
  let before: Found | null = null;
  let best: { readonly found: Found; readonly score: number } | null = null;
  for (let radius = Math.max(4, largest / 50); radius <= largest; radius *= growth) {
    signal?.throwIfAborted();
    const tried = tryRadius(plane, at, radius, signal);
    const found = tried && countOf(tried.inside) >= least ? tried : null;
    const same: number = found && before ? likeness(found.inside, before.inside) : 0;
    if (found && before && before.edge >= strongEdge && same >= sameAgain) return found;
    const score = found ? found.edge * (0.5 + same) : 0;
    if (found && score > (best?.score ?? 0)) best = { found, score };
    before = found;
  }
  return best && best.found.edge >= weakestEdge ? best.found : null;
}

/** What both hold of what either holds. */
function likeness(a: Uint8Array, b: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.length; i += 1) {
    both += (a[i] ?? 0) & (b[i] ?? 0);
    either += (a[i] ?? 0) | (b[i] ?? 0);
  }
  return either === 0 ? 0 : both / either;
}

function tryRadius(
  plane: ColourPlane,
  at: readonly [number, number],
  radius: number,
  signal: AbortSignal | undefined,
): Found | null {
  const part = partAround(plane, at, radius * 2);
  const { small, step, left, top } = part;
  const [x, y] = [(at[0] - left) / step, (at[1] - top) / step];
  const r = radius / step;
  const seed =
    Math.min(small.width - 1, Math.floor(x)) + Math.min(small.height - 1, Math.floor(y)) * small.width;
  const known = guessDisc(small, [x, y], r);
  const grabbed = grabCut({ plane: small, known, turns: 3, signal });
  if (!grabbed) return null;
  const own = fillHoles(keepParts(grabbed.inside, small, { seeds: [seed], keepsLarge: false }), small, {
    share: holeShare,
    open: [],
  });
  if (countOf(own) < leastShare * Math.PI * r * r) return null;
  return { inside: enlarge(own, part, plane), edge: edgeAlong(small, own, known) };
}

type PartOfPlane = {
  readonly small: ColourPlane;
  readonly step: number;
  readonly left: number;
  readonly top: number;
};

function partAround(
  { width, height, colours }: ColourPlane,
  [px, py]: readonly [number, number],
  reach: number,
): PartOfPlane {
  const left = Math.max(0, Math.floor(px - reach));
  const top = Math.max(0, Math.floor(py - reach));
  const right = Math.min(width, Math.ceil(px + reach) + 1);
  const bottom = Math.min(height, Math.ceil(py + reach) + 1);
  const step = Math.max(1, Math.ceil(Math.max(right - left, bottom - top) / longestSide));
  const size = { width: Math.ceil((right - left) / step), height: Math.ceil((bottom - top) / step) };
  const small = new Float32Array(size.width * size.height * 3);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const cell = { left: left + x * step, top: top + y * step, right, bottom, step };
      averageCell(colours, width, cell, small, (y * size.width + x) * 3);
    }
  }
  return { small: { ...size, colours: small }, step, left, top };
}

type Cell = { left: number; top: number; right: number; bottom: number; step: number };

function averageCell(colours: Float32Array, width: number, cell: Cell, to: Float32Array, at: number): void {
  const right = Math.min(cell.right, cell.left + cell.step);
  const bottom = Math.min(cell.bottom, cell.top + cell.step);
  let [a, b, c] = [0, 0, 0];
  for (let y = cell.top; y < bottom; y += 1) {
    for (let x = cell.left; x < right; x += 1) {
      const i = (y * width + x) * 3;
      a += colours[i] ?? 0;
      b += colours[i + 1] ?? 0;
      c += colours[i + 2] ?? 0;
    }
  }
  const count = Math.max(1, (right - cell.left) * (bottom - cell.top));
  to[at] = a / count;
  to[at + 1] = b / count;
  to[at + 2] = c / count;
}

function guessDisc(
  { width, height }: PixelSize,
  [px, py]: readonly [number, number],
  radius: number,
): Uint8Array {
  const known = new Uint8Array(width * height);
  for (let i = 0; i < known.length; i += 1) {
    const far = Math.hypot((i % width) + 0.5 - px, Math.floor(i / width) + 0.5 - py);
    known[i] =
      far <= Math.max(1, radius * 0.12)
        ? surelyIn
        : far <= radius
          ? guessedIn
          : far <= radius * 1.9
            ? guessedOut
            : surelyOut;
  }
  return known;
}

/** How strong the edges are that a line follows, 0…1; where it only stops at what was sure, or at the border, there is none. */
function edgeAlong(plane: ColourPlane, inside: Uint8Array, known: Uint8Array): number {
  const { width, height, colours } = plane;
  const scale = edgeScale(plane);
  let [sum, count] = [0, 0];
  const look = (i: number, j: number) => {
    if (inside[i] === inside[j]) return;
    count += 1;
    if (known[i] === surelyOut || known[j] === surelyOut) return;
    sum += 1 - Math.exp(-scale * squaredApart(colours, i, j));
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      if (x + 1 < width) look(i, i + 1);
      if (y + 1 < height) look(i, i + width);
    }
  }
  count += onBorder(inside, plane);
  return count === 0 ? 0 : sum / count;
}

function onBorder(inside: Uint8Array, { width, height }: PixelSize): number {
  let count = 0;
  for (let i = 0; i < inside.length; i += 1) {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (inside[i] === 1 && (x === 0 || y === 0 || x === width - 1 || y === height - 1)) count += 1;
  }
  return count;
}

function enlarge(own: Uint8Array, { small, step, left, top }: PartOfPlane, plane: PixelSize): Uint8Array {
  const inside = new Uint8Array(plane.width * plane.height);
  const right = Math.min(plane.width, left + small.width * step);
  const bottom = Math.min(plane.height, top + small.height * step);
  for (let y = top; y < bottom; y += 1) {
    const row = Math.floor((y - top) / step) * small.width;
    for (let x = left; x < right; x += 1)
      inside[y * plane.width + x] = own[row + Math.floor((x - left) / step)] ?? 0;
  }
  return inside;
}
