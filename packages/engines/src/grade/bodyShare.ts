import { type Tint, tintLength } from './tint.ts';

/** How much of a pixel's light comes from the body, 0…1, by how much of the body's tint it has left. */
export type BodyShare = (along: number) => number;

const entries = 128;
/** A body pixel may be this much paler than the mean without being gloss. */
const paleness = 0.12;

/**
 * Gloss adds white light to the body's, and light adds up linearly; tints don't. So the mixes are made in
 * linear light once, and looked up by the tint they have.
 */
export function createBodyShare(body: Tint): BodyShare {
  const shares = new Float32Array(entries + 1);
  const square = tintLength(body) ** 2;
  for (let share = 0, entry = 0; share <= 1; share += 1 / 1024) {
    const mixed = mixWithWhite(body, share);
    const along = (mixed.a * body.a + mixed.b * body.b) / square;
    while (entry <= entries && entry / entries <= along) {
      shares[entry] = share;
      entry += 1;
    }
    shares.fill(1, entry);
  }
  return (along) => {
    const at = Math.min(1, Math.max(0, along / (1 - paleness))) * entries;
    const low = shares[Math.floor(at)] ?? 1;
    return low + (at - Math.floor(at)) * ((shares[Math.ceil(at)] ?? 1) - low);
  };
}

/** The tint of a share of the body's light and the rest of white light, both equally light in OKLab. */
function mixWithWhite({ a, b }: Tint, share: number): Tint {
  const cone = (root: number): number => Math.cbrt(share * root * root * root + 1 - share);
  const l = cone(1 + 0.3963377774 * a + 0.2158037573 * b);
  const m = cone(1 - 0.1055613458 * a - 0.0638541728 * b);
  const s = cone(1 - 0.0894841775 * a - 1.291485548 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  return {
    a: (1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s) / lightness,
    b: (0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s) / lightness,
  };
}
