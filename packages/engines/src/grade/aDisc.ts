import type { Wish } from '@pinpaint/domain';
import { composite, makePicture, type Picture, permittedAlpha, rasterise } from '@pinpaint/imaging';
import type { EngineCandidate, EngineRequest, RgbCrop } from '../engine.ts';

export const discSize = { width: 240, height: 200 };
const centre = { x: 118, y: 99 };
export const discRadius = 60;
const bounds = { x: 0, y: 0, ...discSize };

export const toBlue = {
  kind: 'recolour',
  thing: 'the disc',
  from: { name: 'red', hex: '#ff0000' },
  to: { name: 'cobalt blue', hex: '#0047ab' },
} as const satisfies Wish;

/**
 * A shaded, glossy red disc on brown wood of nearly the same hue, with a known edge: made picture, made
 * region, and how much of each pixel truly is the disc, 0…1.
 */
export function aDisc({
  regionRadius = discRadius + 9,
  depth = 8,
  wish = toBlue,
  variants = 1,
}: DiscOptions = {}) {
  const truth = coverage();
  const crop = cropOf(truth, depth);
  const region = { kind: 'ellipse', cx: centre.x, cy: centre.y, rx: regionRadius, ry: regionRadius } as const;
  const permitted = permittedAlpha({ region, locks: [], bounds });
  if (!permitted) throw new Error('aDisc: nothing is permitted');
  const request: EngineRequest = {
    crop,
    permittedAlpha: planeOver(permitted.rect, permitted.data),
    region: rasterise(region, bounds).data,
    known: new Uint8Array(truth.length).fill(255),
    locked: new Uint8Array(truth.length),
    intent: { wish, keep: [], confidence: 1 },
    note: '',
    seed: 7,
    strength: 1,
    variants,
  };
  return { request, truth };
}

type DiscOptions = {
  readonly regionRadius?: number;
  readonly depth?: 8 | 16;
  readonly wish?: Wish;
  readonly variants?: number;
};

export function pictureOf(crop: RgbCrop): Picture {
  return { ...crop, channels: 3 };
}

/** What the product shows: the candidate laid over the crop. */
export function laidOver({ crop }: EngineRequest, { patch, usedAlpha }: EngineCandidate): Picture {
  const rect = { x: 0, y: 0, width: crop.width, height: crop.height };
  return composite(
    { x: 0, y: 0, picture: pictureOf(crop) },
    { patch: { x: 0, y: 0, picture: pictureOf(patch) }, alpha: { rect, data: usedAlpha }, opacity: 255 },
  );
}

/** By 8 × 8 points a pixel. */
function coverage(): Float32Array {
  return new Float32Array(discSize.width * discSize.height).map((_, i) => {
    const x = i % discSize.width;
    const y = Math.floor(i / discSize.width);
    let inside = 0;
    for (let k = 0; k < 64; k += 1) {
      const dx = x + ((k % 8) + 0.5) / 8 - centre.x;
      const dy = y + (Math.floor(k / 8) + 0.5) / 8 - centre.y;
      if (dx * dx + dy * dy < discRadius * discRadius) inside += 1;
    }
    return inside / 64;
  });
}

function cropOf(truth: Float32Array, depth: 8 | 16): RgbCrop {
  const picture = makePicture({ ...discSize, channels: 3, depth });
  const unit = depth === 8 ? 1 : 257;
  for (let i = 0; i < truth.length; i += 1) {
    const x = i % discSize.width;
    const y = Math.floor(i / discSize.width);
    const disc = discColour(x, y);
    const wood = woodColour(x, y, i);
    const share = truth[i] ?? 0;
    for (let c = 0; c < 3; c += 1) {
      const value = share * (disc[c] ?? 0) + (1 - share) * (wood[c] ?? 0);
      picture.data[i * 3 + c] = Math.round(unit * Math.min(255, value));
    }
  }
  return picture;
}

/** Light falls off to the lower right; a highlight sits at the upper left. */
function discColour(x: number, y: number): readonly number[] {
  const light = 1.1 - 0.006 * (x - centre.x + y - centre.y);
  const gloss = 220 * Math.exp(-((x - 95) ** 2 + (y - 72) ** 2) / 60);
  return [172 * light + gloss, 42 * light + gloss, 18 * light + gloss];
}

function woodColour(x: number, y: number, i: number): readonly number[] {
  const noise = ((Math.imul(i + 1, 2654435761) >>> 20) & 15) - 8;
  const grain = 1 + 0.25 * Math.sin(0.9 * y + 3 * Math.sin(0.05 * x));
  return [150 * grain + noise, 84 * grain + noise, 46 * grain + noise];
}

function planeOver(
  rect: { x: number; y: number; width: number; height: number },
  data: Uint8Array,
): Uint8Array {
  const plane = new Uint8Array(discSize.width * discSize.height);
  for (let y = 0; y < rect.height; y += 1) {
    const row = data.subarray(y * rect.width, (y + 1) * rect.width);
    plane.set(row, (rect.y + y) * discSize.width + rect.x);
  }
  return plane;
}
