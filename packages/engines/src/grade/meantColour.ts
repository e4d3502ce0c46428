import type { NamedColour } from '@pinpaint/domain';
import type { Look } from './look.ts';
import { type LitTint, namedTint } from './namedTint.ts';
import { greyTint, tintLength } from './tint.ts';

const cells = 44;
const cellSize = 0.03;
const levels = 6;
/** Steps to a cell itself and to those whose tint is next to its own. */
const neighbourhood = [-1, 0, 1].flatMap((a) => [-1, 0, 1].map((b) => a * cells + b));
/** How far people's names for colours stray, in radians of hue: an orange-red bowl is "red", brown hair "blond". */
const hueStray = 0.45;
/** And of lightness, for greys: a white cup in a dim room is mid-grey by its samples. */
const lightnessStray = 0.25;
/** Less of the region than this is not what a note was written about. */
const leastShare = 0.004;

/**
 * The colour most of the region has and its surroundings lack, among those that `from` may name.
 *
 * @returns null when nothing in the region has such a colour.
 */
export function meantColour(look: Look, from: NamedColour | null): LitTint | null {
  const { inside, outside } = count(look);
  const named = from && namedTint(from);
  let best = -1;
  let bestScore = 0;
  for (let cell = 0; cell < inside.length; cell += 1) {
    const here = inside[cell] ?? 0;
    if (here < leastShare) continue;
    const colour = colourOf(cell);
    const score = (here * here * (named ? nameFits(colour, named) : 1)) / (here + 1.5 * (outside[cell] ?? 0));
    if (score <= bestScore) continue;
    bestScore = score;
    best = cell;
  }
  return best >= 0 && bestScore > leastShare / 2 ? meanNear(look, best) : null;
}

/** The mean of what the region has of a cell's colour and of the next cells'. */
function meanNear(look: Look, cell: number): LitTint {
  const { lightness, tintA, tintB } = look;
  const near = new Set(neighbourhood.map((step) => cell + step));
  let [count, l, a, b] = [0, 0, 0, 0];
  for (let i = 0; i < lightness.length; i += 1) {
    if ((look.region[i] ?? 0) < 128 || (look.locked[i] ?? 0) > 127 || !near.has(cellOf(look, i))) continue;
    count += 1;
    l += lightness[i] ?? 0;
    a += tintA[i] ?? 0;
    b += tintB[i] ?? 0;
  }
  return count === 0 ? colourOf(cell) : { lightness: l / count, a: a / count, b: b / count };
}

type Counts = { readonly inside: Float32Array; readonly outside: Float32Array };

/** Shares of the region and of what lies round it, by colour; blurred by a cell. Locks count for neither. */
function count(look: Look): Counts {
  const inside = new Float32Array(levels * cells * cells);
  const outside = new Float32Array(levels * cells * cells);
  for (let i = 0; i < look.region.length; i += 1) {
    if ((look.locked[i] ?? 0) > 127) continue;
    const cell = cellOf(look, i);
    const region = look.region[i] ?? 0;
    if (region > 127) inside[cell] = (inside[cell] ?? 0) + 1;
    else if (region === 0) outside[cell] = (outside[cell] ?? 0) + 1;
  }
  return { inside: asShares(inside), outside: asShares(outside) };
}

function cellOf({ lightness, tintA, tintB }: Look, i: number): number {
  const a = clampCell(Math.floor((tintA[i] ?? 0) / cellSize + cells / 2));
  const b = clampCell(Math.floor((tintB[i] ?? 0) / cellSize + cells / 2));
  return (levelOf(lightness[i] ?? 0, a, b) * cells + a) * cells + b;
}

/** Greys are told apart by lightness; all else by tint alone. */
function levelOf(lightness: number, a: number, b: number): number {
  const isGrey = Math.hypot(a + 0.5 - cells / 2, b + 0.5 - cells / 2) * cellSize < greyTint;
  return isGrey ? Math.min(levels - 1, Math.floor(lightness * levels)) : 0;
}

function clampCell(cell: number): number {
  return Math.min(cells - 1, Math.max(0, cell));
}

function colourOf(cell: number): LitTint {
  const b = cell % cells;
  const a = Math.floor(cell / cells) % cells;
  const level = Math.floor(cell / (cells * cells));
  return {
    a: (a + 0.5 - cells / 2) * cellSize,
    b: (b + 0.5 - cells / 2) * cellSize,
    lightness: (level + 0.5) / levels,
  };
}

function asShares(counts: Float32Array): Float32Array {
  const total = Math.max(
    1,
    counts.reduce((sum, value) => sum + value, 0),
  );
  const shares = new Float32Array(counts.length);
  for (let i = 0; i < counts.length; i += 1) {
    const value = counts[i] ?? 0;
    if (value === 0) continue;
    const spread = value / total / neighbourhood.length;
    for (const step of neighbourhood) {
      const to = i + step;
      if (to >= 0 && to < shares.length) shares[to] = (shares[to] ?? 0) + spread;
    }
  }
  return shares;
}

/** 0…1: could somebody have called `found` by the name of `named`? */
function nameFits(found: LitTint, named: LitTint): number {
  const length = tintLength(found);
  if (tintLength(named) < greyTint) {
    const darker = (found.lightness - named.lightness) / lightnessStray;
    const greyer = length / (2 * greyTint);
    return Math.exp(-(darker * darker + greyer * greyer) / 2);
  }
  const cross = found.a * named.b - found.b * named.a;
  const dot = found.a * named.a + found.b * named.b;
  const turn = Math.atan2(cross, dot) / hueStray;
  return Math.exp((-turn * turn) / 2) * Math.min(1, length / (3 * greyTint));
}
