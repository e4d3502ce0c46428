import { distanceField } from '../alpha/distanceField.ts';
import { fullSample, makePicture, type Picture } from '../picture/picture.ts';

export type ColourMatch = {
  readonly picture: Picture;
  /** Whether the colours were changed: only where that makes the seam less visible. */
  readonly matched: boolean;
  /** Mean difference at the border of what may change, before and after, in 8-bit steps. */
  readonly seamBefore: number;
  readonly seamAfter: number;
};

/** Of the kept pixels, those at the border: a seam is seen there. */
const borderPx = 12;
/** Beyond these it is another picture, not another exposure. */
const gains = { least: 0.7, most: 1.4 } as const;

type MatchRequest = {
  readonly kept: Picture;
  /** Laid back on the crop. */
  readonly returned: Picture;
  /** 0 where the picture was to stay as it is. */
  readonly permitted: Uint8Array;
  readonly ring: Uint8Array;
};

/** A gain and an offset a channel, learnt where the picture was to stay as it is. */
export function matchOnRing({ kept, returned, permitted, ring }: MatchRequest): ColourMatch {
  const border = borderOf(permitted, ring, kept);
  const seamBefore = differenceOn(border, kept, returned);
  const matched = applied(
    returned,
    [0, 1, 2].map((c) => fitChannel(border, kept, { returned, c })),
  );
  const seamAfter = differenceOn(border, kept, matched);
  return seamAfter < seamBefore
    ? { picture: matched, matched: true, seamBefore, seamAfter }
    : { picture: returned, matched: false, seamBefore, seamAfter: seamBefore };
}

function borderOf(permitted: Uint8Array, ring: Uint8Array, { width, height }: Picture): Uint32Array {
  const distances = distanceField(permitted, { width, height }, borderPx);
  const near: number[] = [];
  for (let i = 0; i < ring.length; i += 1) {
    if (ring[i] !== 0 && (distances[i] ?? 0) <= borderPx * borderPx) near.push(i);
  }
  return Uint32Array.from(near);
}

function differenceOn(border: Uint32Array, one: Picture, other: Picture): number {
  let sum = 0;
  for (const i of border) {
    for (let c = 0; c < 3; c += 1) {
      sum += Math.abs((one.data[i * one.channels + c] ?? 0) - (other.data[i * other.channels + c] ?? 0));
    }
  }
  return sum / (Math.max(1, border.length) * 3 * (fullSample(one.depth) / 255));
}

type Line = { readonly gain: number; readonly offset: number };

/** Least squares, a few times over with less weight on what is far off. */
function fitChannel(
  border: Uint32Array,
  kept: Picture,
  { returned, c }: { readonly returned: Picture; readonly c: number },
): Line {
  const softness = 6 * (fullSample(kept.depth) / 255);
  let line: Line = { gain: 1, offset: 0 };
  for (let round = 0; round < 5; round += 1) {
    let [n, x, y, xx, xy] = [0, 0, 0, 0, 0];
    for (const i of border) {
      const from = returned.data[i * returned.channels + c] ?? 0;
      const to = kept.data[i * kept.channels + c] ?? 0;
      const weight = round === 0 ? 1 : 1 / (1 + ((line.gain * from + line.offset - to) / softness) ** 2);
      n += weight;
      x += weight * from;
      y += weight * to;
      xx += weight * from * from;
      xy += weight * from * to;
    }
    const spread = xx - (x * x) / Math.max(1e-9, n);
    const slope = spread > n * softness ? (xy - (x * y) / n) / spread : 1;
    const gain = Math.min(gains.most, Math.max(gains.least, slope));
    line = { gain, offset: (y - gain * x) / Math.max(1e-9, n) };
  }
  return line;
}

function applied(picture: Picture, lines: readonly Line[]): Picture {
  const made = makePicture(picture);
  const full = fullSample(picture.depth);
  for (let i = 0; i < picture.data.length; i += 1) {
    const line = lines[i % picture.channels];
    const value = picture.data[i] ?? 0;
    made.data[i] = line ? Math.min(full, Math.max(0, Math.round(line.gain * value + line.offset))) : value;
  }
  return made;
}
