import type { PixelRect } from '@pinpaint/domain';
import { fullSample, type Picture } from '@pinpaint/imaging';
import { Tensor } from 'onnxruntime-node';
import type { Model } from '../onnx/openModel.ts';
import { bleedColours } from './bleedColours.ts';
import { enlargePlane } from './enlargePlane.ts';

/** Planes of 0…1, row-major: three of colour one after another, then one of alpha where there is one. */
type TilePlanes = { readonly colour: Float32Array; readonly alpha: Float32Array | null };

/** A piece of a picture, enlarged; colour by the network, alpha by cubic convolution. Not clamped. */
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
  return { colour: upscaled.data, alpha: alpha && enlargePlane(alpha, tile, scale) };
}

function cutPlanes({ width, channels, depth, data }: Picture, tile: PixelRect): TilePlanes {
  const full = fullSample(depth);
  const size = tile.width * tile.height;
  const colour = new Float32Array(size * 3);
  const alpha = channels === 4 ? new Float32Array(size) : null;
  for (let at = 0; at < size; at++) {
    const from = ((tile.y + Math.floor(at / tile.width)) * width + tile.x + (at % tile.width)) * channels;
    for (let c = 0; c < 3; c++) colour[c * size + at] = (data[from + c] ?? 0) / full;
    if (alpha) alpha[at] = (data[from + 3] ?? 0) / full;
  }
  return { colour, alpha };
}
