import { cutGraph } from '@pinpaint/imaging';
import { breathe } from '../breathe.ts';
import type { Level } from './level.ts';
import type { Offset } from './offset.ts';
import { patchRadius } from './patchWindow.ts';
import { pixelRole } from './pixelRole.ts';
import type { Reach } from './reach.ts';

const sweeps = 2;
/**
 * In steps of difference, summed over R, G, B and texture: of a move that ends at no pixel, of a difference
 * that can't be larger, and of changing the move at all, so that pieces are large.
 */
const [nowhere, most, turn] = [100_000, 400, 60] as const;
/** What a place's rarity (`Level.prices`) counts for each pixel; at twice as much the moves grow too short. */
const rarityShare = 0.05;
const gridStep = 2;
/** Ways of `cutGraph` that go along rows and columns. */
const [up, left, right, down] = [1, 3, 4, 6] as const;

/**
 * Says for each patch of the hole by which of a few moves it is copied, so that pieces are large and meet where
 * it shows least: labels by graph cuts (He and Sun 2012, after Boykov, Veksler and Zabih 2001). Where a picture
 * grows there is no far side that could hold a search together, and what a mean of patches would blur or
 * repeat is laid on whole. Writes `level.field`; patches that no move reaches keep the source they have.
 */
export async function layShiftMap(
  level: Level,
  moves: readonly Offset[],
  signal: AbortSignal,
): Promise<void> {
  const map = startMap(level, moves);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let label = 0; label < moves.length; label++) {
      if (label % 8 === 0) await breathe(signal);
      expand(map, label);
    }
  }
  for (const target of level.targets) {
    const to = placeOf(level, target, moves[labelAt(map, target)]);
    if (to >= 0 && level.copyable[to] === 1) level.field.source[target] = to;
  }
}

/** The moves by which the picture repeats itself, both ways, and where it grows along one side all moves along that. */
export function shiftMoves(level: Level, offsets: readonly Offset[], reach: Reach): readonly Offset[] {
  const found = new Map<string, Offset>();
  const add = (dx: number, dy: number): void => {
    const isAllowed = Math.abs(dx) <= reach.acrossPx && Math.abs(dy) <= reach.downPx;
    if (isAllowed && (dx !== 0 || dy !== 0)) found.set(`${dx} ${dy}`, { dx, dy });
  };
  for (const { dx, dy } of offsets) {
    add(dx, dy);
    add(-dx, -dy);
  }
  for (let d = -level.width; d <= level.width; d += gridStep) if (reach.downPx < level.height) add(d, 0);
  for (let d = -level.height; d <= level.height; d += gridStep) if (reach.acrossPx < level.width) add(0, d);
  return [...found.values()];
}

/** `labels`: for each entry of `level.holes` the move it is copied by; `index`: which entry a pixel is, or −1. */
type ShiftMap = {
  readonly level: Level;
  readonly moves: readonly Offset[];
  readonly index: Int32Array;
  readonly neighbours: Int32Array;
  readonly labels: Int32Array;
  /** What each one's move costs at it, see `ownCost`. */
  readonly costs: Int32Array;
};

function startMap(level: Level, moves: readonly Offset[]): ShiftMap {
  const { holes, width, height, roles } = level;
  const index = new Int32Array(roles.length).fill(-1);
  for (let i = 0; i < holes.length; i++) index[holes[i] ?? 0] = i;
  const neighbours = new Int32Array(holes.length * 8).fill(-1);
  for (let i = 0; i < holes.length; i++) {
    const at = holes[i] ?? 0;
    const x = at % width;
    if (at >= width) neighbours[i * 8 + up] = index[at - width] ?? -1;
    if (x > 0) neighbours[i * 8 + left] = index[at - 1] ?? -1;
    if (x < width - 1) neighbours[i * 8 + right] = index[at + 1] ?? -1;
    if (at < (height - 1) * width) neighbours[i * 8 + down] = index[at + width] ?? -1;
  }
  const labels = Int32Array.from(holes, (at) => cheapest(level, moves, at));
  const costs = Int32Array.from(holes, (at, i) => ownCost(level, at, moves[labels[i] ?? 0]));
  return { level, moves, index, neighbours, labels, costs };
}

function cheapest(level: Level, moves: readonly Offset[], at: number): number {
  let best = 0;
  let least = Infinity;
  for (let label = 0; label < moves.length; label++) {
    const cost = ownCost(level, at, moves[label]);
    if (cost >= least) continue;
    least = cost;
    best = label;
  }
  return best;
}

/** One expansion: every pixel keeps its move or takes this one, as the smallest cut says. */
function expand({ level, moves, neighbours, labels, costs }: ShiftMap, label: number): void {
  const { holes } = level;
  const taken = moves[label];
  const terminals = new Int32Array(holes.length);
  const links = new Int32Array(holes.length * 8);
  const takenCosts = new Int32Array(holes.length);
  for (let i = 0; i < holes.length; i++) {
    const at = holes[i] ?? 0;
    const own = moves[labels[i] ?? 0];
    takenCosts[i] = ownCost(level, at, taken);
    terminals[i] = (terminals[i] ?? 0) + (takenCosts[i] ?? 0) - (costs[i] ?? 0);
    for (const way of [right, down]) {
      const j = neighbours[i * 8 + way] ?? -1;
      if (j < 0) continue;
      const next = holes[j] ?? 0;
      const its = moves[labels[j] ?? 0];
      const kept = seam(level, at, next, own, its);
      const firstTakes = seam(level, at, next, taken, its);
      terminals[i] = (terminals[i] ?? 0) + firstTakes - kept;
      terminals[j] = (terminals[j] ?? 0) - firstTakes;
      links[i * 8 + way] = Math.max(0, seam(level, at, next, own, taken) + firstTakes - kept);
    }
  }
  const keeps = cutGraph({ neighbours, links, terminals });
  for (let i = 0; i < holes.length; i++) {
    if (keeps[i] === 1) continue;
    labels[i] = label;
    costs[i] = takenCosts[i] ?? 0;
  }
}

/** What the move costs at one pixel: its place's rarity, and the step to known neighbours. */
function ownCost(level: Level, at: number, move: Offset | undefined): number {
  const { roles, width, height, prices } = level;
  const place = placeOf(level, at, move);
  if (place < 0 || roles[place] !== pixelRole.source) return nowhere;
  const x = at % width;
  let cost = rarityShare * (prices[place] ?? 0);
  if (x > 0) cost += rimStep(level, at - 1, move);
  if (x < width - 1) cost += rimStep(level, at + 1, move);
  if (at >= width) cost += rimStep(level, at - width, move);
  if (at < (height - 1) * width) cost += rimStep(level, at + width, move);
  return Math.round(cost);
}

/** A known neighbour is its own copy; on the hole's side there is nothing to compare, so this side counts twice. */
function rimStep(level: Level, known: number, move: Offset | undefined): number {
  if (level.roles[known] !== pixelRole.source) return 0;
  return 2 * difference(level, known, placeOf(level, known, move));
}

/** What shows where two neighbours are copied by different moves: what either move would have put at both. */
function seam(level: Level, at: number, next: number, a: Offset | undefined, b: Offset | undefined): number {
  if (a === b) return 0;
  return (
    turn +
    difference(level, placeOf(level, at, a), placeOf(level, at, b)) +
    difference(level, placeOf(level, next, a), placeOf(level, next, b))
  );
}

function difference({ rgba, roles }: Level, a: number, b: number): number {
  if (a < 0 || b < 0 || roles[a] !== pixelRole.source || roles[b] !== pixelRole.source) return most;
  let sum = 0;
  for (let channel = 0; channel < 4; channel++) {
    sum += Math.abs((rgba[a * 4 + channel] ?? 0) - (rgba[b * 4 + channel] ?? 0));
  }
  return Math.min(most, sum);
}

/** −1 outside the picture. */
function placeOf({ width, height }: Level, at: number, move: Offset | undefined): number {
  if (!move) return -1;
  const x = (at % width) + move.dx;
  const y = Math.floor(at / width) + move.dy;
  return x >= 0 && y >= 0 && x < width && y < height ? y * width + x : -1;
}

/** The move of a pixel, or of a pixel of the hole as near to it as any that its patch touches; −1: of none. */
function labelAt({ level, index, labels }: ShiftMap, target: number): number {
  for (let far = 0; far <= patchRadius; far++) {
    for (let row = -far; row <= far; row++) {
      for (let column = -far; column <= far; column++) {
        const entry = index[target + row * level.width + column] ?? -1;
        if (entry >= 0) return labels[entry] ?? -1;
      }
    }
  }
  return -1;
}
