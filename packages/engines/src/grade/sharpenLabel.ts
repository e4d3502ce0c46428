import { makePicture, toOklab } from '@pinpaint/imaging';
import type { RgbCrop } from '../engine.ts';
import type { Thing } from './findThing.ts';
import type { Likeness } from './likeness.ts';
import { between, type Look } from './look.ts';
import { inverted, nearby } from './nearby.ts';
import type { Outline } from './outline.ts';
import { blackGuard } from './tint.ts';

/** How far outside and inside of the look's border pixels are asked themselves; look pixels. */
const openOutside = 3;
const openInside = 1.5;
/** What the look says about a pixel beside the thing's border, in units of likeness; and where it is sure. */
const lookSays = 1;
const sureSays = 6;
/** In look pixels: a line of light no wider than this, with the thing on both its sides, is the thing's. */
const bridgePx = 2;
const batchPixels = 32_768;

/** Decides an enlarged mask's border pixel by pixel. In place. */
export function sharpenLabel(crop: RgbCrop, look: Look, { like, mask }: Thing, outline: Outline): void {
  const { width, label } = outline;
  const open = openPixels(look, mask, outline);
  const votes = new Float32Array(label.length);
  for (let i = 0; i < votes.length; i += 1) votes[i] = label[i] === 1 ? sureSays : -sureSays;
  for (let from = 0; from < open.length; from += batchPixels) {
    ask(crop, outline, { like, pixels: open.subarray(from, from + batchPixels) }, votes);
  }
  for (const i of open) {
    const x = i % width;
    votes[i] = (votes[i] ?? 0) + lookSays * (2 * between(look, mask, x, (i - x) / width) - 1);
  }
  for (const i of open) label[i] = sumAround(votes, i, outline) > 0 ? 1 : 0;
  for (const i of bridges(look, mask, open, outline)) label[i] = 1;
}

function openPixels(
  { width: columns, height: rows, scale }: Look,
  mask: Uint8Array,
  { width, height }: Outline,
): Int32Array {
  const size = { width: columns, height: rows };
  const outside = nearby(mask, size, openOutside);
  const inside = nearby(inverted(mask), size, openInside);
  const open: number[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / scale) * columns;
    for (let column = 0; column < columns; column += 1) {
      if (outside[row + column] === 0 || inside[row + column] === 0) continue;
      const end = Math.min(width, (column + 1) * scale);
      for (let x = column * scale; x < end; x += 1) open.push(y * width + x);
    }
  }
  return Int32Array.from(open);
}

type Asked = { readonly like: Likeness; readonly pixels: Int32Array };

/** Writes what the pixels' own colours say. */
function ask(
  crop: RgbCrop,
  { left, top, width }: Outline,
  { like, pixels }: Asked,
  votes: Float32Array,
): void {
  const row = makePicture({ width: pixels.length, height: 1, channels: 3, depth: crop.depth });
  for (let k = 0; k < pixels.length; k += 1) {
    const i = pixels[k] ?? 0;
    const x = i % width;
    const from = ((top + (i - x) / width) * crop.width + left + x) * 3;
    for (let c = 0; c < 3; c += 1) row.data[k * 3 + c] = crop.data[from + c] ?? 0;
  }
  const { lab } = toOklab(row);
  for (let k = 0; k < pixels.length; k += 1) {
    const lightness = lab[k * 3] ?? 0;
    const per = 1 / (lightness + blackGuard);
    votes[pixels[k] ?? 0] = like(lightness, (lab[k * 3 + 1] ?? 0) * per, (lab[k * 3 + 2] ?? 0) * per);
  }
}

/** A pixel and its eight neighbours vote on it, itself twice. */
function sumAround(votes: Float32Array, i: number, { width }: Outline): number {
  let sum = votes[i] ?? 0;
  for (let row = i - width; row <= i + width; row += width)
    sum += (votes[row - 1] ?? 0) + (votes[row] ?? 0) + (votes[row + 1] ?? 0);
  return sum;
}

/** What the look knew as the thing's own gloss and a pixel's colour alone does not tell. */
function bridges(look: Look, mask: Uint8Array, open: Int32Array, { width, label }: Outline): number[] {
  const { scale } = look;
  const found: number[] = [];
  for (const i of open) {
    if (label[i] === 1) continue;
    const x = i % width;
    const y = (i - x) / width;
    if (mask[Math.floor(y / scale) * look.width + Math.floor(x / scale)] === 0) continue;
    for (const step of [1, width, width + 1, width - 1]) {
      if (!meets(label, i, step, bridgePx * scale) || !meets(label, i, -step, bridgePx * scale)) continue;
      found.push(i);
      break;
    }
  }
  return found;
}

function meets(label: Uint8Array, from: number, step: number, mostSteps: number): boolean {
  for (let k = 1, i = from + step; k <= mostSteps; k += 1, i += step) if (label[i] === 1) return true;
  return false;
}
