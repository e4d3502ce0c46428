import { intersectRects, type PixelRect } from '@pinpaint/domain';
import type { AlphaPlane } from '../alpha/alphaPlane.ts';
import { fullSample, type Picture, type Placed, rectOfPlaced } from '../picture/picture.ts';
import { coverRow } from './coverRow.ts';
import { mixRow } from './mixRow.ts';

/** Finished pixels to be laid over a picture, blend mode normal. */
export type PatchLayer = {
  /** Of the base's depth. A fourth channel is not read: how much of the patch shows is the alpha's matter alone. */
  readonly patch: Placed;
  readonly alpha: AlphaPlane;
  /** 0…255. */
  readonly opacity: number;
  /**
   * What an RGBA base's own alpha becomes. `keep` (default): it stays. `cover`: the layer makes the base
   * opaque as far as it shows, which is what an extend needs.
   */
  readonly baseAlpha?: 'keep' | 'cover';
};

/**
 * THE composite, in place, at 8 and 16 bits alike, for each of R, G and B:
 * ```
 * weight = alpha × opacity                                          0 … 65025
 * result = (base × (65025 − weight) + patch × weight) / 65025       to the nearest whole number; never a tie
 * ```
 * So weight 0 is the base sample for sample and 65025 the patch; between them the result never leaves
 * [base, patch]. Only where target, patch and alpha all lie is anything read or written.
 *
 * @throws RangeError when depths differ or the opacity is not a whole number of 0…255.
 */
export function compositeInto(target: Placed, layer: PatchLayer): void {
  const { patch, alpha, opacity } = layer;
  if (patch.picture.depth !== target.picture.depth) throw new RangeError('compositeInto: depths differ');
  if (!(Number.isInteger(opacity) && opacity >= 0 && opacity <= 255)) {
    throw new RangeError('compositeInto: opacity is a whole number of 0…255');
  }
  const laid = intersectRects(rectOfPlaced(target), rectOfPlaced(patch));
  const rect = laid && intersectRects(laid, alpha.rect);
  if (!rect) return;
  const layRow = layer.baseAlpha === 'cover' && target.picture.channels === 4 ? coverRow : mixRow;
  const full = fullSample(target.picture.depth);
  for (let y = rect.y; y < rect.y + rect.height; y += 1) {
    layRow({
      base: rowFrom(target, rect, y),
      baseStep: target.picture.channels,
      patch: rowFrom(patch, rect, y),
      patchStep: patch.picture.channels,
      alpha: alphaRow(alpha, rect, y),
      opacity,
      full,
    });
  }
}

/** `compositeInto` on a copy. */
export function composite(base: Placed, layer: PatchLayer): Picture {
  const picture: Picture =
    base.picture.depth === 8
      ? { ...base.picture, data: base.picture.data.slice() }
      : { ...base.picture, data: base.picture.data.slice() };
  compositeInto({ ...base, picture }, layer);
  return picture;
}

function rowFrom({ x, y, picture }: Placed, rect: PixelRect, row: number): Picture['data'] {
  const start = ((row - y) * picture.width + (rect.x - x)) * picture.channels;
  return picture.data.subarray(start, start + rect.width * picture.channels);
}

function alphaRow(alpha: AlphaPlane, rect: PixelRect, row: number): Uint8Array {
  const start = (row - alpha.rect.y) * alpha.rect.width + (rect.x - alpha.rect.x);
  return alpha.data.subarray(start, start + rect.width);
}
