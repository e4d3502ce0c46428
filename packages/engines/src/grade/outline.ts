import { distanceField, toOklab } from '@pinpaint/imaging';
import type { RgbCrop } from '../engine.ts';
import type { Thing } from './findThing.ts';
import type { Look } from './look.ts';
import { blackGuard } from './tint.ts';

/** The thing's pixels at full size. Coordinates and planes are of the area that the look covers. */
export type Outline = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 1 where a pixel is more the thing than not. */
  readonly label: Uint8Array;
  /** How far the mix of thing and neighbour may reach to either side of the label's border; pixels. */
  readonly softPx: number;
};

/** What the look says about a pixel beside the thing's border, in units of likeness. */
const lookSays = 1;
/** How far from the look's border pixels are asked themselves; look pixels. A rim of gloss may be lost in a look. */
const openPx = 3;

/** The look's mask at full size, its border decided pixel by pixel. */
export function outlineOf(crop: RgbCrop, look: Look, thing: Thing): Outline {
  const { left, top, scale } = look;
  const width = Math.min(look.width * scale, crop.width - left);
  const height = Math.min(look.height * scale, crop.height - top);
  const softPx = scale === 1 ? 2 : scale < 4 ? 4 : 6;
  const outline = { left, top, width, height, softPx, label: enlarge(look, thing.mask, { width, height }) };
  if (scale > 1) sharpen(crop, look, thing, outline);
  return outline;
}

type Size = { readonly width: number; readonly height: number };

function enlarge(look: Look, mask: Uint8Array, { width, height }: Size): Uint8Array {
  const label = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / look.scale) * look.width;
    for (let x = 0; x < width; x += 1) label[y * width + x] = mask[row + Math.floor(x / look.scale)] ?? 0;
  }
  return label;
}

function sharpen(
  crop: RgbCrop,
  look: Look,
  { like, mask }: Thing,
  { left, top, width, height, label }: Outline,
): void {
  const open = nearBorder(look, mask);
  const votes = new Float32Array(width * height);
  for (let i = 0; i < votes.length; i += 1) votes[i] = (2 * (label[i] ?? 0) - 1) * 6;
  const rgb = crop.depth === 8 ? new Uint8Array(width * 3) : new Uint16Array(width * 3);
  for (let y = 0; y < height; y += 1) {
    const lookRow = Math.floor(y / look.scale) * look.width;
    const from = ((top + y) * crop.width + left) * 3;
    rgb.set(crop.data.subarray(from, from + width * 3));
    let lab: Float32Array | null = null;
    for (let x = 0; x < width; x += 1) {
      const at = lookRow + Math.floor(x / look.scale);
      if (open[at] === 0) continue;
      lab ??= labOfRow(crop.depth, rgb, width);
      const lightness = lab[x * 3] ?? 0;
      const per = 1 / (lightness + blackGuard);
      const place = (2 * meanAround(look, mask, x, y) - 1) * lookSays;
      votes[y * width + x] =
        place + like(lightness, (lab[x * 3 + 1] ?? 0) * per, (lab[x * 3 + 2] ?? 0) * per);
    }
  }
  decide(votes, open, look, { width, height }, label);
}

function labOfRow(depth: RgbCrop['depth'], rgb: Uint8Array | Uint16Array, width: number): Float32Array {
  const row = { width, height: 1, channels: 3 as const };
  return depth === 8
    ? toOklab({ ...row, depth, data: Uint8Array.from(rgb) }).lab
    : toOklab({ ...row, depth, data: Uint16Array.from(rgb) }).lab;
}

/** 1 near the mask's border. */
function nearBorder(look: Look, mask: Uint8Array): Uint8Array {
  const toThing = distanceField(mask, look, openPx);
  const toRest = distanceField(
    mask.map((value) => 1 - value),
    look,
    openPx,
  );
  return mask.map((value, i) => (((value === 1 ? toRest[i] : toThing[i]) ?? 0) <= openPx * openPx ? 1 : 0));
}

/** The mask between its pixels' centres, linearly. */
function meanAround({ width, height, scale }: Look, mask: Uint8Array, x: number, y: number): number {
  const u = Math.min(width - 1, Math.max(0, (x + 0.5) / scale - 0.5));
  const v = Math.min(height - 1, Math.max(0, (y + 0.5) / scale - 0.5));
  const [x0, y0] = [Math.floor(u), Math.floor(v)];
  const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)];
  const upper = (mask[y0 * width + x0] ?? 0) * (x0 + 1 - u) + (mask[y0 * width + x1] ?? 0) * (u - x0);
  const lower = (mask[y1 * width + x0] ?? 0) * (x0 + 1 - u) + (mask[y1 * width + x1] ?? 0) * (u - x0);
  return upper * (y0 + 1 - v) + lower * (v - y0);
}

/** A pixel and its eight neighbours vote on it. */
function decide(
  votes: Float32Array,
  open: Uint8Array,
  look: Look,
  { width, height }: Size,
  label: Uint8Array,
): void {
  for (let y = 1; y < height - 1; y += 1) {
    const lookRow = Math.floor(y / look.scale) * look.width;
    for (let x = 1; x < width - 1; x += 1) {
      if (open[lookRow + Math.floor(x / look.scale)] === 0) continue;
      const i = y * width + x;
      let sum = 2 * (votes[i] ?? 0);
      for (let j = i - width; j <= i + width; j += width)
        sum += (votes[j - 1] ?? 0) + (votes[j] ?? 0) + (votes[j + 1] ?? 0);
      label[i] = sum > 0 ? 1 : 0;
    }
  }
}
