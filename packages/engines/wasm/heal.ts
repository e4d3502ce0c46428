/**
 * The hot loops of `heal` in AssemblyScript, for WebAssembly with SIMD. The planes lie in memory that the
 * caller owns; pointers are bytes. No allocation, no runtime: what is here only computes.
 *
 * Patches are 7×7; pixels R, G, B and texture, 8 bits each; `weights` says per sample what it counts for.
 * A row of a patch is read as eight pixels, of which the eighth weighs nothing: planes need 4 pixels of
 * room behind their end.
 */

const radius: i32 = 3;
const side: i32 = 7;
const noLimit: i32 = 0x7fffffff;

let width: i32 = 0;
let height: i32 = 0;
let rgba: usize = 0;
let weights: usize = 0;
let depth: usize = 0;
let copyable: usize = 0;
let targets: usize = 0;
let targetCount: i32 = 0;
let holes: usize = 0;
let holeCount: i32 = 0;

/** Bytes of a level's planes: width × height × 4, × 4, × 2, × 1, and indices of 4 bytes each. */
export function useLevel(
  levelWidth: i32,
  levelHeight: i32,
  rgbaAt: usize,
  weightsAt: usize,
  depthAt: usize,
  copyableAt: usize,
  targetsAt: usize,
  targetsLength: i32,
  holesAt: usize,
  holesLength: i32,
): void {
  width = levelWidth;
  height = levelHeight;
  rgba = rgbaAt;
  weights = weightsAt;
  depth = depthAt;
  copyable = copyableAt;
  targets = targetsAt;
  targetCount = targetsLength;
  holes = holesAt;
  holeCount = holesLength;
}

let source: usize = 0;
let cost: usize = 0;
let energy: usize = 0;
/** 1 / what the patch round a target weighs in all; 4 bytes a pixel. */
let perWeight: usize = 0;

export function useField(sourceAt: usize, costAt: usize, energyAt: usize, perWeightAt: usize): void {
  source = sourceAt;
  cost = costAt;
  energy = energyAt;
  perWeight = perWeightAt;
}

let state: i32 = 0;

export function seed(value: i32): void {
  state = value;
}

/** Mulberry32; 0 ≤ value < `below`. */
@inline
function random(below: i32): i32 {
  state += 0x6d2b79f5;
  let mixed = (state ^ (state >>> 15)) * (state | 1);
  mixed ^= mixed + (mixed ^ (mixed >>> 7)) * (mixed | 61);
  const bits = <u32>(mixed ^ (mixed >>> 14));
  return <i32>((<u64>bits * <u64>below) >> 32);
}

/** Weighted squares of the samples of four pixels. */
@inline
function squares(a: v128, b: v128, weight: v128): v128 {
  const low = i16x8.sub(i16x8.extend_low_i8x16_u(a), i16x8.extend_low_i8x16_u(b));
  const high = i16x8.sub(i16x8.extend_high_i8x16_u(a), i16x8.extend_high_i8x16_u(b));
  return i32x4.add(
    i32x4.dot_i16x8_s(i16x8.mul(low, i16x8.extend_low_i8x16_u(weight)), low),
    i32x4.dot_i16x8_s(i16x8.mul(high, i16x8.extend_high_i8x16_u(weight)), high),
  );
}

/** Weighted squared difference of two patches; any value ≥ `limit` once it is clear that it is not below. */
function distance(target: i32, from: i32, limit: i32): i32 {
  const without8th = i32x4(-1, -1, -1, 0);
  const corner = radius * width + radius;
  let a = rgba + (<usize>(target - corner) << 2);
  let b = rgba + (<usize>(from - corner) << 2);
  let w = weights + (<usize>(target - corner) << 2);
  const stride = <usize>width << 2;
  let sums = i32x4.splat(0);
  for (let row = 0; row < side; row++) {
    sums = i32x4.add(sums, squares(v128.load(a), v128.load(b), v128.load(w)));
    const tail = v128.and(v128.load(w, 16), without8th);
    sums = i32x4.add(sums, squares(v128.load(a, 16), v128.load(b, 16), tail));
    a += stride;
    b += stride;
    w += stride;
    if (row == 1 || row == 3 || row == 5) {
      const sum = added(sums);
      if (sum >= limit) return sum;
    }
  }
  return added(sums);
}

@inline
function added(sums: v128): i32 {
  return (
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3)
  );
}

/** Colours change with each vote: what was measured before no longer holds. */
export function refreshCosts(): void {
  for (let i = 0; i < targetCount; i++) {
    const target = load<i32>(targets + (<usize>i << 2));
    const from = load<i32>(source + (<usize>target << 2));
    store<i32>(cost + (<usize>target << 2), from < 0 ? noLimit : costOf(target, from, farOf(target, from), noLimit));
  }
}

let across: i32 = 0;
let down: i32 = 0;
let atLeast: i32 = 0;
let distrust: f32 = 0;

/** How far from its target a patch may be fetched, how far it must, and what each pixel adds to its difference. */
export function useReach(acrossPx: i32, downPx: i32, atLeastPx: i32, distrustPerPx: f32): void {
  across = acrossPx;
  down = downPx;
  atLeast = atLeastPx;
  distrust = distrustPerPx;
}

let prices: usize = 0;

/** What copying each patch costs beside its difference, a mean of squares a pixel; 4 bytes a pixel, 0: nothing. */
export function usePrices(pricesAt: usize): void {
  prices = pricesAt;
}

/** What copying `from`, `far` pixels away, costs; any value ≥ `limit` once it is clear that it is not below. */
@inline
function costOf(target: i32, from: i32, far: i32, limit: i32): i32 {
  const more: f32 = 1 + distrust * <f32>far;
  const price =
    prices == 0
      ? 0
      : <i32>(load<f32>(prices + (<usize>from << 2)) / load<f32>(perWeight + (<usize>target << 2)));
  if (price >= limit) return limit;
  const room = limit == noLimit ? noLimit : <i32>(<f32>(limit - price) / more) + 1;
  return price + <i32>(<f32>distance(target, from, room) * more);
}

function farOf(target: i32, from: i32): i32 {
  const targetX = target % width;
  const fromX = from % width;
  return max(abs(fromX - targetX), abs((from - fromX) / width - (target - targetX) / width));
}

/** Of the target being searched for: itself, and where the best patch found so far lies. */
let targetX: i32 = 0;
let targetY: i32 = 0;
let bestX: i32 = 0;
let bestY: i32 = 0;

/** Whether a place inside the picture was better than the best. */
@inline
function consider(target: i32, x: i32, y: i32): void {
  const from = y * width + x;
  if (load<u8>(copyable + <usize>from) != 1) return;
  const dx = abs(x - targetX);
  const dy = abs(y - targetY);
  if (dx > across || dy > down || max(dx, dy) < atLeast) return;
  const limit = load<i32>(cost + (<usize>target << 2));
  const found = costOf(target, from, max(dx, dy), limit);
  if (found >= limit) return;
  store<i32>(source + (<usize>target << 2), from);
  store<i32>(cost + (<usize>target << 2), found);
  bestX = x;
  bestY = y;
}

/** What the target `away` from this one has found, moved as far. */
@inline
function follow(target: i32, awayX: i32, awayY: i32): void {
  const found = load<i32>(source + (<usize>(target + awayY * width + awayX) << 2));
  if (found < 0) return;
  const foundY = found / width;
  const x = found - foundY * width - awayX;
  const y = foundY - awayY;
  if (isInside(x, y)) consider(target, x, y);
}

@inline
function isInside(x: i32, y: i32): bool {
  return <u32>x < <u32>width && <u32>y < <u32>height;
}

/**
 * One pass of PatchMatch (Barnes 2009): what the neighbours passed already have found, the moves at
 * `offsets` (pairs of dx, dy), then random places in ever narrower windows round the best, the first of
 * them `widest` pixels to each side.
 */
export function searchPass(offsets: usize, offsetCount: i32, backward: i32, widest: i32): void {
  const step = backward ? 1 : -1;
  for (let index = 0; index < targetCount; index++) {
    const target = load<i32>(targets + (<usize>(backward ? targetCount - 1 - index : index) << 2));
    if (load<i32>(cost + (<usize>target << 2)) == 0) continue;
    targetY = target / width;
    targetX = target - targetY * width;
    const own = load<i32>(source + (<usize>target << 2));
    bestY = own < 0 ? targetY : own / width;
    bestX = own < 0 ? targetX : own - bestY * width;
    follow(target, step, 0);
    follow(target, 0, step);
    for (let i = 0; i < offsetCount; i++) {
      const x = targetX + load<i32>(offsets + (<usize>i << 3));
      const y = targetY + load<i32>(offsets + (<usize>i << 3), 4);
      if (isInside(x, y)) consider(target, x, y);
    }
    roam(target, widest);
  }
}

function roam(target: i32, widest: i32): void {
  for (let span = widest; span >= 1; span >>= 1) {
    const left = max(max(radius, bestX - span), targetX - across);
    const right = min(min(width - 1 - radius, bestX + span), targetX + across);
    const top = max(max(radius, bestY - span), targetY - down);
    const bottom = min(min(height - 1 - radius, bestY + span), targetY + down);
    if (right < left || bottom < top) continue;
    const y = top + random(bottom - top + 1);
    consider(target, left + random(right - left + 1), y);
  }
}

/**
 * How badly each target's patch fits, a weighted mean of squares a pixel, from fresh costs; −1 without a source.
 *
 * @returns the mean over all that have one
 */
export function measureEnergies(): f64 {
  let sum: f64 = 0;
  let count = 0;
  for (let i = 0; i < targetCount; i++) {
    const at = <usize>load<i32>(targets + (<usize>i << 2)) << 2;
    if (load<i32>(source + at) < 0) {
      store<f32>(energy + at, -1);
      continue;
    }
    const value = <f32>load<i32>(cost + at) * load<f32>(perWeight + at);
    store<f32>(energy + at, value);
    sum += value;
    count++;
  }
  return count > 0 ? sum / <f64>count : 0;
}

/** Sums the weights of the first channel over each target's patch, and keeps what one over it is. */
export function weighPatches(): void {
  for (let i = 0; i < targetCount; i++) {
    const target = load<i32>(targets + (<usize>i << 2));
    let sum = 0;
    for (let row = -radius; row <= radius; row++) {
      let w = weights + (<usize>(target + row * width - radius) << 2);
      for (let column = 0; column < side; column++) {
        sum += load<u8>(w);
        w += 4;
      }
    }
    store<f32>(perWeight + (<usize>target << 2), sum > 0 ? 1 / <f32>sum : 0);
  }
}

let trust: usize = 0;
let agreement: usize = 0;
/** Differences of depth, and entries of the agreement for each time a patch is worse than its neighbours. */
const trustReach: i32 = 40;
const agreementSteps: f32 = 16;
const agreementLast: i32 = 255;

/**
 * @param trustAt f32, 81 entries: what a voter counts for that lies −40…40 eighths of a pixel less deep
 * @param agreementAt f32, 256 entries: what it counts for at energy / mean energy = 0, 1⁄16, …
 */
export function useBallot(trustAt: usize, agreementAt: usize): void {
  trust = trustAt;
  agreement = agreementAt;
}

const mostVoters: i32 = 49;
/** Of the pixel being voted on: where each patch over it would copy it from, and what its word counts. */
const places: usize = memory.data(mostVoters * 4);
const words: usize = memory.data(mostVoters * 4);

/**
 * Asks all patches over a pixel; see `measureEnergies`, which has to be fresh.
 *
 * @returns how many have answered, in `places` and `words`
 */
function ask(pixel: i32): i32 {
  let count = 0;
  let energies: f32 = 0;
  for (let row = -radius; row <= radius; row++) {
    const middle = pixel + row * width;
    for (let voter = middle - radius; voter <= middle + radius; voter++) {
      const from = load<i32>(source + (<usize>voter << 2));
      if (from < 0) continue;
      energies += load<f32>(energy + (<usize>voter << 2));
      store<i32>(places + (<usize>count << 2), from + pixel - voter);
      store<i32>(words + (<usize>count << 2), voter);
      count++;
    }
  }
  const perMean = energies > 0 ? (agreementSteps * <f32>count) / energies : 0;
  const ownDepth = <i32>load<u16>(depth + (<usize>pixel << 1));
  for (let i: usize = 0; i < <usize>count; i++) {
    const voter = load<i32>(words + (i << 2));
    const lessDeep = ownDepth - <i32>load<u16>(depth + (<usize>voter << 1));
    const slot = max(-trustReach, min(trustReach, lessDeep)) + trustReach;
    const worse = min(agreementLast, <i32>(load<f32>(energy + (<usize>voter << 2)) * perMean));
    store<f32>(words + (i << 2), load<f32>(trust + (<usize>slot << 2)) * load<f32>(agreement + (<usize>worse << 2)));
  }
  return count;
}

/** Paints the hole anew: each pixel is the mean of what all patches over it say. */
export function voteHoles(): void {
  for (let i = 0; i < holeCount; i++) {
    const pixel = load<i32>(holes + (<usize>i << 2));
    const count = ask(pixel);
    if (count > 0) store<i32>(rgba + (<usize>pixel << 2), meanOf(count));
  }
}

function meanOf(count: i32): i32 {
  let sums = f32x4.splat(0);
  let total: f32 = 0;
  for (let i: usize = 0; i < <usize>count; i++) {
    const weight = load<f32>(words + (i << 2));
    const samples = v128.load32_zero(rgba + (<usize>load<i32>(places + (i << 2)) << 2));
    const spread = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(samples));
    sums = f32x4.add(sums, f32x4.mul(f32x4.convert_i32x4_u(spread), f32x4.splat(weight)));
    total += weight;
  }
  const mean = i32x4.trunc_sat_f32x4_u(f32x4.add(f32x4.div(sums, f32x4.splat(total)), f32x4.splat(0.5)));
  return i32x4.extract_lane(i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_u(mean, mean), i32x4.splat(0)), 0);
}

/** As `voteHoles`, but each pixel is copied from the one place that most speaks for: nothing is averaged. */
export function electHoles(): void {
  for (let i = 0; i < holeCount; i++) {
    const pixel = load<i32>(holes + (<usize>i << 2));
    const count = ask(pixel);
    if (count > 0) store<i32>(rgba + (<usize>pixel << 2), load<i32>(rgba + (<usize>strongestOf(count) << 2)));
  }
}

/** Adds up what is said for the same place, in `places` and `words` themselves. */
function strongestOf(count: i32): i32 {
  let different = 0;
  let best = 0;
  for (let i = 0; i < count; i++) {
    const place = load<i32>(places + (<usize>i << 2));
    const word = load<f32>(words + (<usize>i << 2));
    // Neighbours mostly mean the same place: the last one found is the likeliest.
    let at = different - 1;
    while (at >= 0 && load<i32>(places + (<usize>at << 2)) != place) at--;
    let sum = word;
    if (at < 0) {
      at = different++;
      store<i32>(places + (<usize>at << 2), place);
    } else {
      sum += load<f32>(words + (<usize>at << 2));
    }
    store<f32>(words + (<usize>at << 2), sum);
    if (sum > load<f32>(words + (<usize>best << 2))) best = at;
  }
  return load<i32>(places + (<usize>best << 2));
}

/** As `electHoles`, for any pixels: writes where each would be copied from, −1 where no patch speaks for it. */
export function electPlaces(pixels: usize, count: i32, placesAt: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    const voters = ask(load<i32>(pixels + (i << 2)));
    store<i32>(placesAt + (i << 2), voters > 0 ? strongestOf(voters) : -1);
  }
}

let coarseWidth: i32 = 0;
let coarseHeight: i32 = 0;
let coarseSource: usize = 0;
let coarseRgba: usize = 0;
let coarseScale: f64 = 1;

/** A smaller level and its field: what `scaleField` and `sketchHoles` bring to the size of the level in use. */
export function useCoarse(levelWidth: i32, levelHeight: i32, sourceAt: usize, rgbaAt: usize, scale: f64): void {
  coarseWidth = levelWidth;
  coarseHeight = levelHeight;
  coarseSource = sourceAt;
  coarseRgba = rgbaAt;
  coarseScale = scale;
}

/** Gives each target the move of the coarse patch it lies in, scaled; −1 where that ends at nothing copyable. */
export function scaleField(): void {
  for (let i = 0; i < targetCount; i++) {
    const target = load<i32>(targets + (<usize>i << 2));
    store<i32>(source + (<usize>target << 2), scaledSource(target));
  }
}

/** Paints the hole without a vote, each pixel straight from where its own coarse patch points. */
export function sketchHoles(): void {
  for (let i = 0; i < holeCount; i++) {
    const pixel = load<i32>(holes + (<usize>i << 2));
    const from = scaledSource(pixel);
    const colours = from >= 0 ? rgba + (<usize>from << 2) : coarseRgba + (<usize>coarseCell(pixel) << 2);
    store<i32>(rgba + (<usize>pixel << 2), load<i32>(colours));
  }
}

function scaledSource(target: i32): i32 {
  const x = target % width;
  const y = (target - x) / width;
  const fromX = centreWithin(<i32>(<f64>x / coarseScale), coarseWidth);
  const fromY = centreWithin(<i32>(<f64>y / coarseScale), coarseHeight);
  const to = load<i32>(coarseSource + (<usize>(fromY * coarseWidth + fromX) << 2));
  if (to < 0) return -1;
  const toX = to % coarseWidth;
  const dx = <i32>Math.round(<f64>(toX - fromX) * coarseScale);
  const dy = <i32>Math.round(<f64>((to - toX) / coarseWidth - fromY) * coarseScale);
  const from = centreWithin(y + dy, height) * width + centreWithin(x + dx, width);
  return load<u8>(copyable + <usize>from) == 1 ? from : -1;
}

/** Patches lie wholly inside the picture: the nearest of their centres along one side. */
@inline
function centreWithin(at: i32, length: i32): i32 {
  return min(length - 1 - radius, max(radius, at));
}

@inline
function coarseCell(pixel: i32): i32 {
  const x = pixel % width;
  return <i32>(<f64>((pixel - x) / width) / coarseScale) * coarseWidth + <i32>(<f64>x / coarseScale);
}
