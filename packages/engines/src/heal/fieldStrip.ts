import { scaledSource } from './field.ts';
import type { FullSize } from './fullSize.ts';
import type { Random } from './random.ts';
import { isInReach, type Reach } from './reach.ts';
import { samplesDistance } from './samplesDistance.ts';

/**
 * The field over a band of rows at full size. Both planes are indexed as the band, whose first pixel is
 * the picture's `start`; `source` holds full-size indices, −1 where there is none.
 */
export type FieldStrip = {
  readonly start: number;
  readonly source: Int32Array;
  /** `samplesDistance` of it. */
  readonly cost: Float64Array;
};

export type Settling = { readonly reach: Reach; readonly random: Random };

/** Random looks round a target's source in each pass. */
const looks = 2;

/** The solved field for rows `top` ≤ y < `bottom`, brought to full size. */
export function fieldStrip(full: FullSize, top: number, bottom: number): FieldStrip {
  const { solved, width, touching, copyable } = full;
  const start = top * width;
  const source = new Int32Array((bottom - top) * width).fill(-1);
  for (let at = 0; at < source.length; at++) {
    if (touching[start + at] === 0) continue;
    const from = scaledSource(solved.level, solved.level.field, full, start + at, solved.scale);
    if (copyable[from] === 1) source[at] = from;
  }
  return { start, source, cost: new Float64Array(source.length).fill(Infinity) };
}

/**
 * Puts right what the solve's scale rounded away: an offset is off by up to half of one of its pixels,
 * which the neighbours' offsets and a few looks round one's own can mend. Where a patch already copies
 * as its neighbours do, nothing differs and nothing is searched.
 */
export function settleStrip(full: FullSize, strip: FieldStrip, settling: Settling): void {
  const { start, source, cost } = strip;
  for (let at = 0; at < source.length; at++) {
    const from = source[at] ?? -1;
    if (from >= 0) cost[at] = samplesDistance(full, start + at, from, Infinity);
  }
  settlePass(full, strip, settling, 1);
  settlePass(full, strip, settling, -1);
}

function settlePass(full: FullSize, strip: FieldStrip, settling: Settling, direction: 1 | -1): void {
  const { width, touching } = full;
  const { start, source, cost } = strip;
  const last = source.length - 1;
  for (let step = 0; step <= last; step++) {
    const at = direction === 1 ? step : last - step;
    if (touching[start + at] === 0 || cost[at] === 0) continue;
    follow(full, strip, settling.reach, at, -direction);
    follow(full, strip, settling.reach, at, -direction * width);
    if (full.solved.scale > 1 && (source[at] ?? -1) >= 0) look(full, strip, settling, at);
  }
}

function follow(full: FullSize, strip: FieldStrip, reach: Reach, at: number, step: number): void {
  const found = strip.source[at + step] ?? -1;
  if (found >= 0) consider(full, strip, reach, at, found - step);
}

function look(full: FullSize, strip: FieldStrip, { reach, random }: Settling, at: number): void {
  const span = Math.ceil(full.solved.scale);
  for (let i = 0; i < looks; i++) {
    const dx = Math.floor(random() * (2 * span + 1)) - span;
    const dy = Math.floor(random() * (2 * span + 1)) - span;
    consider(full, strip, reach, at, (strip.source[at] ?? 0) + dy * full.width + dx);
  }
}

function consider(full: FullSize, strip: FieldStrip, reach: Reach, at: number, source: number): void {
  const target = strip.start + at;
  if (full.copyable[source] !== 1 || strip.source[at] === source) return;
  if (!isInReach(reach, full.width, target, source)) return;
  const limit = strip.cost[at] ?? 0;
  const cost = samplesDistance(full, target, source, limit);
  if (cost >= limit) return;
  strip.source[at] = source;
  strip.cost[at] = cost;
}
