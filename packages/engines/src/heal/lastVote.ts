import type { FieldStrip } from './fieldStrip.ts';
import type { FullSize } from './fullSize.ts';
import { gatherVoters } from './gatherVoters.ts';
import { patchSide } from './patchWindow.ts';
import { createTrust } from './voteWeight.ts';

/** Votes further than this (8-bit steps, any channel) from the strongest are another opinion, not averaged in. */
const sameOpinion = 0;
/** Reference.md: base 1 → 2, SWD 9.8 → 6.7. */
const trust = createTrust(2);
const mostVoters = patchSide * patchSide;

/**
 * Votes on one pixel; `out` is written with R, G, B.
 *
 * @returns the place most of it was copied from; −1 when no patch speaks for it.
 */
export type Ballot = (strip: FieldStrip, pixel: number, out: Float64Array) => number;

/**
 * The vote that makes the final pixels, from original samples. A mean of everything blurs (reference.md:
 * .78 of the truth's sharpness), so what is averaged is only the strongest opinion and those near it (.99).
 */
export function lastVote(full: FullSize): Ballot {
  const voters = new Int32Array(mostVoters);
  const places = new Int32Array(mostVoters);
  const weights = new Float64Array(mostVoters);
  return (strip, pixel, out) => {
    const local = pixel - strip.start;
    const count = gatherVoters(full.width, strip.source, voters, local);
    if (count === 0) return -1;
    const different = mergeEqual(full, strip, { voters, places, weights, count, pixel });
    return average(full, places, weights, different, out);
  };
}

type Votes = {
  readonly voters: Int32Array;
  readonly places: Int32Array;
  readonly weights: Float64Array;
  readonly count: number;
  readonly pixel: number;
};

/** Adds up the votes for the same place; @returns how many places there are. */
function mergeEqual(full: FullSize, strip: FieldStrip, votes: Votes): number {
  const { voters, places, weights, count, pixel } = votes;
  const local = pixel - strip.start;
  let mean = 0;
  for (let i = 0; i < count; i++) mean += (strip.cost[voters[i] ?? 0] ?? 0) / count;
  let different = 0;
  for (let i = 0; i < count; i++) {
    const voter = voters[i] ?? 0;
    const place = (strip.source[voter] ?? 0) + local - voter;
    const depth = full.depth[strip.start + voter] ?? 0;
    const weight = trustIn((full.depth[pixel] ?? 0) - depth) * agreement(strip.cost[voter] ?? 0, mean);
    let slot = different - 1;
    while (slot >= 0 && places[slot] !== place) slot--;
    if (slot < 0) {
      slot = different++;
      places[slot] = place;
      weights[slot] = 0;
    }
    weights[slot] = (weights[slot] ?? 0) + weight;
  }
  return different;
}

function average(
  { samples, step }: FullSize,
  places: Int32Array,
  weights: Float64Array,
  count: number,
  out: Float64Array,
): number {
  let strongest = 0;
  for (let i = 1; i < count; i++) if ((weights[i] ?? 0) > (weights[strongest] ?? 0)) strongest = i;
  const centre = 3 * (places[strongest] ?? 0);
  const limit = sameOpinion * step;
  let total = 0;
  out.fill(0);
  for (let i = 0; i < count; i++) {
    const at = 3 * (places[i] ?? 0);
    if (farthest(samples, at, centre) > limit) continue;
    const weight = weights[i] ?? 0;
    total += weight;
    for (let channel = 0; channel < 3; channel++) {
      out[channel] = (out[channel] ?? 0) + weight * (samples[at + channel] ?? 0);
    }
  }
  for (let channel = 0; channel < 3; channel++) out[channel] = (out[channel] ?? 0) / total;
  return places[strongest] ?? -1;
}

function farthest(samples: Uint8Array | Uint16Array, a: number, b: number): number {
  let most = 0;
  for (let channel = 0; channel < 3; channel++) {
    most = Math.max(most, Math.abs((samples[a + channel] ?? 0) - (samples[b + channel] ?? 0)));
  }
  return most;
}

function trustIn(lessDeep: number): number {
  return trust[Math.max(-40, Math.min(40, lessDeep)) + 40] ?? 0;
}

function agreement(energy: number, local: number): number {
  return local > 0 ? Math.exp(-energy / (2 * local)) : 1;
}
