import { breathe } from '../../breathe.ts';
import type { Random } from '../../random.ts';
import type { Level } from '../level.ts';
import type { Side } from './side.ts';

/** Lines copied one after another: from line `from` on, laid from the `at`th new line on. */
export type Piece = { readonly at: number; readonly from: number };

/** A difference (summed over R, G, B and texture, 8-bit steps) that can't be larger. */
const most = 400;
/** What a new piece costs for each pixel of a line beside what shows: pieces are to be as long as the picture allows. */
const turn = 300;
/** What a place's rarity (`Level.prices`) counts for each pixel, at which a dog is dearer than a short piece. */
const rarityShare = 0.05;
/** Of 16 lines a time, how much dearer or cheaper another plan takes them. */
const [lightest, heaviest, mood] = [0.5, 2, 16] as const;

/** What lines that are all alike differ by for each pixel, in the same steps. */
const faint = 66;

export type Strips = {
  readonly pieces: readonly Piece[];
  /** What shows at the seams, over what two lines of the picture mostly differ by. */
  readonly shows: number;
};

/**
 * Which lines to copy where a picture grows, so that their ends meet where it shows least and what is rare is not
 * copied: the cheapest of all chains (dynamic programming over the line last copied). It is the one-dimensional
 * case of image quilting (Efros and Freeman 2001): whole lines keep boards, horizon and ground at their heights,
 * which a fill by patches loses the farther it gets from the picture.
 *
 * @param random makes another plan, a little dearer; null: the best
 * @returns null where nothing may be copied
 */
export async function planStrips(
  level: Level,
  side: Side,
  random: Random | null,
  signal: AbortSignal,
): Promise<Strips | null> {
  const prices = linePrices(level, side, random);
  if (prices.every((price) => price === Infinity)) return null;
  const differences = await lineDifferences(level, side, signal);
  const seams = seamCosts(differences, side);
  const { known, grown, length } = side;
  let costs: Float64Array = Float64Array.from(
    prices,
    (price, line) => price + turn * length + (seams[(known - 1) * known + line] ?? 0),
  );
  const before: Int32Array[] = [];
  for (let at = 1; at < grown; at++) {
    if (at % 16 === 0) await breathe(signal);
    const step = cheapestStep(costs, seams, prices, turn * length);
    costs = step.costs;
    before.push(step.before);
  }
  const lines = [known - 1, ...trace(costs, before)];
  const jumps = lines.slice(1).flatMap((to, i) => seamBetween(lines[i] ?? 0, to));
  return {
    pieces: piecesOf(lines.slice(1)),
    shows: mean(jumps) / (2 * Math.max(faint * length, median(differences))),
  };

  function seamBetween(a: number, b: number): number[] {
    return b === a + 1 ? [] : [seams[a * known + b] ?? 0];
  }
}

function linePrices(level: Level, side: Side, random: Random | null): Float64Array {
  const { first, lineStep, step, length, known } = side;
  let factor = 1;
  return Float64Array.from({ length: known }, (_, line) => {
    if (random && line % mood === 0) factor = lightest + (heaviest - lightest) * random();
    if (!isWholeNear(side, line)) return Infinity;
    let sum = 0;
    for (let at = 0; at < length; at++) sum += level.prices[first + line * lineStep + at * step] ?? 0;
    return factor * rarityShare * sum;
  });
}

/** With what a move by less than a line of the plan reaches. */
function isWholeNear({ whole, known }: Side, line: number): boolean {
  for (let near = Math.max(0, line - 2); near <= Math.min(known - 1, line + 2); near++) {
    if (whole[near] !== 1) return false;
  }
  return true;
}

/** Of each known line to each. */
async function lineDifferences(level: Level, side: Side, signal: AbortSignal): Promise<Float64Array> {
  const { known } = side;
  const differences = new Float64Array(known * known);
  for (let a = 0; a < known; a++) {
    if (a % 16 === 0) await breathe(signal);
    for (let b = a + 1; b < known; b++) {
      const value = lineDifference(level, side, a, b);
      differences[a * known + b] = value;
      differences[b * known + a] = value;
    }
  }
  return differences;
}

function lineDifference({ rgba }: Level, side: Side, a: number, b: number): number {
  const { first, lineStep, step, length } = side;
  let one = (first + a * lineStep) * 4;
  let other = (first + b * lineStep) * 4;
  let total = 0;
  for (let at = 0; at < length; at++) {
    let sum = 0;
    for (let channel = 0; channel < 4; channel++) {
      sum += Math.abs((rgba[one + channel] ?? 0) - (rgba[other + channel] ?? 0));
    }
    total += Math.min(most, sum);
    one += step * 4;
    other += step * 4;
  }
  return total;
}

/** Of going on after line a with line b: what shows on either side of the seam (Kwatra 2003); 0: there is none. */
function seamCosts(differences: Float64Array, { known }: Side): Float64Array {
  const costs = new Float64Array(known * known);
  for (let a = 0; a < known; a++) {
    for (let b = 0; b < known; b++) {
      if (b === a + 1) continue;
      const here = b > 0 ? (differences[a * known + b - 1] ?? 0) : null;
      const beyond = a + 1 < known ? (differences[(a + 1) * known + b] ?? 0) : null;
      const shows = here === null ? (beyond ?? Infinity) * 2 : here + (beyond ?? here);
      costs[a * known + b] = shows;
    }
  }
  return costs;
}

function cheapestStep(
  costs: Float64Array,
  seams: Float64Array,
  prices: Float64Array,
  turnCost: number,
): { readonly costs: Float64Array; readonly before: Int32Array } {
  const known = costs.length;
  const next = new Float64Array(known).fill(Infinity);
  const before = new Int32Array(known);
  for (let a = 0; a < known; a++) {
    const sofar = costs[a] ?? Infinity;
    if (sofar === Infinity) continue;
    for (let b = 0; b < known; b++) {
      const cost = sofar + (b === a + 1 ? 0 : turnCost + (seams[a * known + b] ?? 0));
      if (cost >= (next[b] ?? 0)) continue;
      next[b] = cost;
      before[b] = a;
    }
  }
  for (let b = 0; b < known; b++) next[b] = (next[b] ?? 0) + (prices[b] ?? 0);
  return { costs: next, before };
}

/** The line that each new one is copied from. */
function trace(costs: Float64Array, before: readonly Int32Array[]): readonly number[] {
  const lines = [costs.indexOf(Math.min(...costs))];
  for (const step of before.toReversed()) lines.unshift(step[lines[0] ?? 0] ?? 0);
  return lines;
}

function piecesOf(lines: readonly number[]): readonly Piece[] {
  return lines.flatMap((from, at) => (at > 0 && from === (lines[at - 1] ?? 0) + 1 ? [] : [{ at, from }]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function median(values: Float64Array): number {
  return values.toSorted()[values.length >> 1] ?? 0;
}
