import type { Field } from './field.ts';
import { gatherVoters } from './gatherVoters.ts';
import type { Level } from './level.ts';
import { patchWeight } from './patchDistance.ts';
import { patchSide } from './patchWindow.ts';
import { agreement, createTrust } from './voteWeight.ts';

/**
 * Softer than the last vote's 2: while the picture is still being decided, a steep base only pushes the rim
 * inwards, and a side that has no far rim (an extend) breaks into slats (seen on wide-16x9 and tree-off).
 */
const trust = createTrust(1.5);

/**
 * Paints the hole anew: each pixel is the mean of what the patches over it say, by how near the rim they
 * stand and how well they fit. A pixel none speaks for stays as it was.
 */
export function voteField(level: Level, field: Field): void {
  const energy = energies(level, field);
  const voters = new Int32Array(patchSide * patchSide);
  for (const pixel of level.holes) votePixel(level, field, energy, voters, pixel);
}

/**
 * How badly each target's patch fits: the weighted mean over its pixels of ΔR² + ΔG² + ΔB² + 2·Δtexture²
 * (8-bit samples), so that patches at the rim and deep ones compare. −1 where there is no source.
 */
export function energies(level: Level, { source, cost }: Field): Float32Array {
  const energy = new Float32Array(source.length).fill(-1);
  for (const target of level.targets) {
    if ((source[target] ?? -1) < 0) continue;
    energy[target] = (cost[target] ?? 0) / patchWeight(level, target);
  }
  return energy;
}

function votePixel(
  level: Level,
  field: Field,
  energy: Float32Array,
  voters: Int32Array,
  pixel: number,
): void {
  const { width, depth, rgba } = level;
  const count = gatherVoters(width, field.source, voters, pixel);
  if (count === 0) return;
  let localSum = 0;
  for (let i = 0; i < count; i++) localSum += energy[voters[i] ?? 0] ?? 0;
  const local = localSum / count;
  const pixelDepth = depth[pixel] ?? 0;
  let total = 0;
  let red = 0;
  let green = 0;
  let blue = 0;
  let texture = 0;
  for (let i = 0; i < count; i++) {
    const voter = voters[i] ?? 0;
    const weight = trust(pixelDepth, depth[voter] ?? 0) * agreement(energy[voter] ?? 0, local);
    const from = 4 * ((field.source[voter] ?? 0) + pixel - voter);
    red += weight * (rgba[from] ?? 0);
    green += weight * (rgba[from + 1] ?? 0);
    blue += weight * (rgba[from + 2] ?? 0);
    texture += weight * (rgba[from + 3] ?? 0);
    total += weight;
  }
  rgba[pixel * 4] = Math.round(red / total);
  rgba[pixel * 4 + 1] = Math.round(green / total);
  rgba[pixel * 4 + 2] = Math.round(blue / total);
  rgba[pixel * 4 + 3] = Math.round(texture / total);
}
