import type { PixelSize } from '@pinpaint/domain';
import type { RgbCrop } from '../engine.ts';
import type { Thing } from './findThing.ts';
import type { Look } from './look.ts';
import { sharpenLabel } from './sharpenLabel.ts';

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

/** The look's mask at full size, its border decided pixel by pixel. */
export function outlineOf(crop: RgbCrop, look: Look, thing: Thing): Outline {
  const { left, top, scale } = look;
  const width = Math.min(look.width * scale, crop.width - left);
  const height = Math.min(look.height * scale, crop.height - top);
  const label = enlarge(look, thing.mask, { width, height });
  const outline = { left, top, width, height, softPx: softPxAt(scale), label };
  if (scale > 1) sharpenLabel(crop, look, thing, outline);
  return outline;
}

/** The larger a picture, the softer its edges, and the further JPEG's coarse colours bleed. */
function softPxAt(scale: number): number {
  if (scale === 1) return 2;
  return scale < 4 ? 4 : 8;
}

function enlarge(
  { width: columns, scale }: Look,
  mask: Uint8Array,
  { width, height }: PixelSize,
): Uint8Array {
  const label = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    if (y % scale > 0) {
      label.copyWithin(y * width, (y - 1) * width, y * width);
      continue;
    }
    const row = (y / scale) * columns;
    for (let x = 0, at = row; x < width; at += 1) {
      for (const end = Math.min(width, x + scale); x < end; x += 1) label[y * width + x] = mask[at] ?? 0;
    }
  }
  return label;
}
