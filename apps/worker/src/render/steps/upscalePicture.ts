import { join } from 'node:path';
import type { RenditionProvenance } from '@pinpaint/actions';
import { expectUpscale, type UpscaleStep } from '@pinpaint/domain';
import { scaledFormat, Upscaler } from '@pinpaint/engines';
import { encodeRendition, makeMaster, readCrop } from '@pinpaint/pictures';
import { StepRefused, type StepRun, type StepWish } from './stepWish.ts';

const upscaler = new Upscaler();

/** Enlarged at its own depth and with its profile; the network sees the samples as they are encoded. */
export async function upscalePicture(
  { picturePath, outputPath, dir }: StepWish,
  { scale }: UpscaleStep,
  run: StepRun,
): Promise<RenditionProvenance> {
  // A rendition before this one is a PNG, of which nothing can be read without reading all that comes before.
  const tiled = join(dir, 'source.tif');
  const { width, height, channels, depth, icc } = await makeMaster(picturePath, tiled);
  if (expectUpscale({ width, height }, scale).isTooLarge)
    throw new StepRefused('rendition.too-large', `${width} × ${height} enlarged by ${scale}`);
  const readRows = (y: number, rows: number) => readCrop(tiled, { x: 0, y, width, height: rows });
  const source = { width, height, channels, depth, readRows };
  const format = { ...scaledFormat(source, scale), icc };
  return upscaler.run({ source, scale, ...run }, (strips) =>
    encodeRendition({ strips, format, kind: 'png', outputPath }),
  );
}
