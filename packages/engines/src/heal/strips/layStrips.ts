import { breathe } from '../../breathe.ts';
import { cutBetween } from './cutBetween.ts';
import { type Lift, liftsBetween } from './liftsBetween.ts';
import { meet } from './meet.ts';
import type { Piece } from './planStrips.ts';
import type { Side } from './side.ts';

export type Samples = Uint8Array | Uint16Array;

/** `samples`: RGB interleaved; `step`: one step of 8-bit sRGB in them. */
export type View = { readonly samples: Samples; readonly step: number; readonly side: Side };

/** Each pixel from the one `shift` lines away and `drift` along the line. */
export type Copy = { readonly shift: number; readonly drift: number };

/** Two copies that meet about the line `start`; the later one goes on to `end`. */
export type Meeting = {
  readonly before: Copy;
  readonly after: Copy;
  readonly start: number;
  readonly end: number;
};

export type StripsToLay = {
  readonly pieces: readonly Piece[];
  /** How many of the view's pixels are one of what was planned. */
  readonly scale: number;
  readonly signal: AbortSignal;
};

/** How far from where a piece is to begin its seam may run, as a share of a line's length. */
const seamReach = 0.04;
const itself: Copy = { shift: 0, drift: 0 };

/**
 * Copies pieces to where a picture grows: each is moved until it meets the one before, cut off where that shows
 * least, and at its beginning lifted to the other's light. Writes the new lines only.
 */
export async function layStrips(view: View, { pieces, scale, signal }: StripsToLay): Promise<void> {
  const { known, grown, length } = view.side;
  const last = known + grown;
  let before = itself;
  for (const [index, piece] of pieces.entries()) {
    await breathe(signal);
    const start = known + Math.round(piece.at * scale);
    const end = Math.min(last, known + Math.round((pieces[index + 1]?.at ?? Infinity) * scale));
    const planned = Math.round((piece.from - piece.at) * scale) - known;
    const shift = Math.max(-start, Math.min(known - end, planned));
    const after = meet(view, { before, after: { shift, drift: 0 }, start, end }, Math.ceil(scale));
    const meeting = { before, after, start, end };
    const cuts = cutBetween(view, meeting, Math.min(seamReach * length, (end - start) / 3));
    const lifts = liftsBetween(view, meeting, cuts);
    lay(view, { ...meeting, end: Math.min(last, Math.ceil(end + seamReach * length)) }, { cuts, lifts });
    before = after;
  }
}

type Edge = { readonly cuts: Int32Array; readonly lifts: readonly Lift[] };

function lay({ samples, step, side }: View, { after, end }: Meeting, { cuts, lifts }: Edge): void {
  const { first, lineStep, step: along, length, known, whole } = side;
  const largest = 255 * step;
  const lifted = new Float64Array(3);
  for (let at = 0; at < length; at++) {
    const cut = cuts[at] ?? known;
    const from = Math.min(length - 1, Math.max(0, at + after.drift));
    for (let line = cut; line < end && whole[line + after.shift] === 1; line++) {
      const to = (first + line * lineStep + at * along) * 3;
      const source = (first + (line + after.shift) * lineStep + from * along) * 3;
      sumLifts(lifts, at, line - cut, lifted);
      for (let channel = 0; channel < 3; channel++) {
        const value = (samples[source + channel] ?? 0) + step * (lifted[channel] ?? 0);
        samples[to + channel] = Math.min(largest, Math.max(0, Math.round(value)));
      }
    }
  }
}

function sumLifts(lifts: readonly Lift[], at: number, far: number, out: Float64Array): void {
  out.fill(0);
  for (const { steps, reach } of lifts) {
    if (far >= reach) continue;
    const left = (1 - far / reach) ** 2;
    for (let channel = 0; channel < 3; channel++) {
      out[channel] = (out[channel] ?? 0) + left * (steps[at * 3 + channel] ?? 0);
    }
  }
}

/** Summed over R, G, B, in 8-bit steps; `line` and `at` are where both would be copied to. */
export function differenceAt(
  { samples, step, side }: View,
  { before, after }: Pick<Meeting, 'before' | 'after'>,
  line: number,
  at: number,
): number {
  const one = sampleAt(side, before, line, at);
  const other = sampleAt(side, after, line, at);
  let sum = 0;
  for (let channel = 0; channel < 3; channel++) {
    sum += Math.abs((samples[one + channel] ?? 0) - (samples[other + channel] ?? 0));
  }
  return sum / step;
}

/** Of a copy's red sample. What drifts past a line's end stays at it. */
export function sampleAt(
  { first, lineStep, step, length }: Side,
  { shift, drift }: Copy,
  line: number,
  at: number,
): number {
  const from = Math.min(length - 1, Math.max(0, at + drift));
  return (first + (line + shift) * lineStep + from * step) * 3;
}

/** Of the lines round `start`, those next to it that both copies may take from where they lie. */
export function sharedLines(
  side: Side,
  meeting: Pick<Meeting, 'before' | 'after' | 'start'>,
  reach: number,
): readonly [number, number] {
  const { start } = meeting;
  let from = start;
  while (from > start - reach && isShared(side, meeting, from - 1)) from--;
  let to = start;
  while (to < start + reach && isShared(side, meeting, to)) to++;
  return [from, to];
}

function isShared(
  { whole }: Side,
  { before, after }: Pick<Meeting, 'before' | 'after'>,
  line: number,
): boolean {
  return whole[line + before.shift] === 1 && whole[line + after.shift] === 1;
}
