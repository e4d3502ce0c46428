import { distanceField } from '@pinpaint/imaging';
import { barriersFrom, type Planes } from './barriersFrom.ts';
import type { Look } from './look.ts';
import type { LitTint } from './namedTint.ts';
import { greyTint, tintLength } from './tint.ts';

/**
 * What is as like the one as the other is left alone near the region's edge, where sloppy hands take in
 * neighbours, and even more where it hangs together with what lies round the region; in units of likeness.
 */
const edgeSays = 1.2;
const barrierSays = 1.8;
/** Of the square root of the region's area. */
const deepInside = 0.2;
/** Outside the region a thing has to look a little more like itself. */
const outsideSays = 0.5;
/** At the picture's edge nothing is known of what goes on beyond: half a doubt. */
const atPictureEdge = -0.5;
/** Of what usually stands between the thing and its surroundings: as likely on either side; and from there to sure. */
const middleBarrier = 0.6;
const sureBarrier = 0.25;
/** Tints stray by as much; and a barrier that is lower than this is not quite to be trusted. */
const leastBarrier = 0.01;
const clearBarrier = 0.06;
/** Greys differ by lightness alone, of which shadows make more than of tint. */
const lightnessSays = 0.3;
const samples = 4096;

/**
 * How likely each pixel is the thing by its place alone; in units of likeness. What is outside and has the
 * thing's own colour may be the thing, cut by the region, and says nothing about what lies beside it.
 *
 * @param close 0 where a pixel has not the thing's colour
 */
export function placeVotes(look: Look, close: Float32Array, meant: LitTint): Float32Array {
  const { width, height, region, locked } = look;
  const votes = edgeVotes(look, close);
  const barriers = barriersFrom(neighbours(look, close), planesOf(look, meant), look);
  const usual = Math.max(leastBarrier, usualBarrier(look, close, barriers));
  const trust = Math.min(1, usual / clearBarrier);
  for (let i = 0; i < width * height; i += 1) {
    if ((locked[i] ?? 0) > 127) {
      votes[i] = 0;
      continue;
    }
    const apart = ((barriers[i] ?? 0) / usual - middleBarrier) / sureBarrier;
    const says = barrierSays * Math.max(-1, Math.min(1, apart));
    const place = Math.min(votes[i] ?? 0, (1 - trust) * edgeSays + trust * says);
    votes[i] = place - ((region[i] ?? 0) < 128 ? outsideSays : 0);
  }
  return votes;
}

/** What the distance from the region's edge says, where neighbours lie beyond it. */
function edgeVotes(look: Look, close: Float32Array): Float32Array {
  const { width, height, region } = look;
  const beyond = new Uint8Array(close.length);
  let area = 0;
  for (let i = 0; i < close.length; i += 1) {
    if ((region[i] ?? 0) > 127) area += 1;
    else if (close[i] === 0) beyond[i] = 1;
  }
  const deep = Math.max(2, deepInside * Math.sqrt(area));
  const depths = distanceField(beyond, look, deep + 1);
  const votes = new Float32Array(close.length);
  for (let y = 0, i = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, i += 1) {
      const depth = (2 * Math.sqrt(depths[i] ?? 0)) / deep - 1;
      const edge = Math.min(x, y, width - 1 - x, height - 1 - y) / deep;
      votes[i] = edgeSays * Math.min(1, depth, atPictureEdge + (1 - atPictureEdge) * edge);
    }
  }
  return votes;
}

/** 1 on what is surely something else: of another colour, and not what the note is about. */
function neighbours({ region, locked }: Look, close: Float32Array): Uint8Array {
  const seeds = new Uint8Array(close.length);
  for (let i = 0; i < seeds.length; i += 1) {
    if (close[i] === 0 && ((region[i] ?? 0) < 128 || (locked[i] ?? 0) > 127)) seeds[i] = 1;
  }
  return seeds;
}

/** Shading is no barrier to a tint; between greys there is nothing else. */
function planesOf({ lightness, tintA, tintB }: Look, meant: LitTint): Planes {
  if (tintLength(meant) >= greyTint) return [tintA, tintB];
  return [lightness.map((value) => lightnessSays * value), tintB];
}

/** The median of what stands between the surroundings and what has the thing's colour in the region. */
function usualBarrier({ region, locked }: Look, close: Float32Array, barriers: Float32Array): number {
  const found: number[] = [];
  const step = Math.floor(close.length / samples) | 1;
  for (let i = 0; i < close.length; i += step) {
    const isInside = (region[i] ?? 0) > 127 && (locked[i] ?? 0) < 128;
    if (isInside && (close[i] ?? 0) > 0) found.push(barriers[i] ?? 0);
  }
  return found.sort((a, b) => a - b)[found.length >> 1] ?? 0;
}
