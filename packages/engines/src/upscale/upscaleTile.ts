import type { PixelRect } from '@pinpaint/domain';
import { fullSample, type Picture } from '@pinpaint/imaging';
import { Tensor } from 'onnxruntime-node';
import type { Model } from '../onnx/openModel.ts';
import { bleedColours } from './bleedColours.ts';
import { keepToSource } from './keepToSource.ts';
import { enlargePlane } from './resizePlane.ts';

/** Planes of 0…1, row-major: three of colour one after another, then one of alpha where there is one. */
type TilePlanes = { readonly colour: Float32Array; readonly alpha: Float32Array | null };

/**
 * A piece of a picture, enlarged; colour by the network, alpha by cubic convolution. Not clamped.
 *
 * @param tile in the strip's pixels; where it goes beyond, the border is repeated: a network that is given nothing
 * there takes it for black, and darkens the rim
 */
export async function upscaleTile(
  strip: Picture,
  tile: PixelRect,
  { scale, model }: { readonly scale: number; readonly model: Model },
): Promise<TilePlanes> {
  const { colour, alpha } = cutPlanes(strip, tile);
  if (alpha) bleedColours(colour, alpha, tile);
  const image = new Tensor('float32', colour, [1, 3, tile.height, tile.width]);
  const [upscaled] = Object.values(await model.run({ [model.inputs[0]?.name ?? 'image']: image }));
  if (!(upscaled?.data instanceof Float32Array)) throw new TypeError('upscaleTile: no floats came back');
  const size = tile.width * tile.height;
  for (const c of [0, 1, 2]) {
    const large = upscaled.data.subarray(c * size * scale ** 2, (c + 1) * size * scale ** 2);
    keepToSource(large, colour.subarray(c * size, (c + 1) * size), { size: tile, scale });
  }
  return { colour: upscaled.data, alpha: alpha && enlargePlane(alpha, tile, scale) };
}

function cutPlanes({ width, height, channels, depth, data }: Picture, tile: PixelRect): TilePlanes {
  const full = fullSample(depth);
  const size = tile.width * tile.height;
  const colour = new Float32Array(size * 3);
  const alpha = channels === 4 ? new Float32Array(size) : null;
  for (let at = 0; at < size; at++) {
    const x = Math.min(Math.max(tile.x + (at % tile.width), 0), width - 1);
    const y = Math.min(Math.max(tile.y + Math.floor(at / tile.width), 0), height - 1);
    const from = (y * width + x) * channels;
    for (let c = 0; c < 3; c++) colour[c * size + at] = (data[from + c] ?? 0) / full;
    if (alpha) alpha[at] = (data[from + 3] ?? 0) / full;
  }
  return { colour, alpha };
}
