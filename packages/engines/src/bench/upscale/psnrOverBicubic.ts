import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PixelSize } from '@pinpaint/domain';
import sharp from 'sharp';
import { enlargePlane } from '../../upscale/resizePlane.ts';
import { Upscaler } from '../../upscale/Upscaler.ts';
import type { UpscaleScale } from '../../upscale/weights.ts';
import { psnr } from '../judge/psnr.ts';
import { cutRgb, type Rgb, rgb, writeRgb } from '../raster.ts';

/** Of each picture the middle, so large at most: so that a run takes a minute, not an hour. */
const truthPx = 512;

/**
 * Each fixture is made smaller (sharp's cubic, antialiased) and enlarged again: by us, by cubic convolution, and as
 * sharp's `cubic` does it, which puts the picture a quarter of a small pixel off, and so does worse than it could.
 */
export async function psnrOverBicubic(
  pictures: ReadonlyMap<string, Rgb>,
  scale: UpscaleScale,
  out: string | null,
) {
  const upscaler = new Upscaler();
  if (out) await mkdir(out, { recursive: true });
  const rows: { ours: number; bicubic: number; sharpCubic: number }[] = [];
  for (const [name, picture] of pictures) {
    const truth = middleOf(picture, scale);
    const small = await resized(truth, { width: truth.width / scale, height: truth.height / scale });
    const made = await upscaled(upscaler, small, scale);
    const plain = bicubic(small, scale);
    const all = {
      width: truth.width,
      height: truth.height,
      data: new Uint8Array(truth.width * truth.height).fill(1),
    };
    const shifted = await resized(small, truth);
    rows.push({
      ours: psnr(truth, made, all),
      bicubic: psnr(truth, plain, all),
      sharpCubic: psnr(truth, shifted, all),
    });
    if (out) {
      for (const [kind, one] of Object.entries({ truth, small, made, plain }))
        await writeRgb(join(out, `${name}.x${scale}.${kind}.png`), one);
    }
    console.log(`pinpaint: ×${scale} ${name}: ${JSON.stringify(rows.at(-1))}`);
  }
  await upscaler.stop();
  const mean = (of: (row: (typeof rows)[number]) => number) =>
    Math.round((rows.reduce((sum, row) => sum + of(row), 0) / rows.length) * 100) / 100;
  return {
    psnrOverBicubic: mean(({ ours, bicubic: plain }) => ours - plain),
    psnrOverSharpCubic: mean(({ ours, sharpCubic }) => ours - sharpCubic),
    psnr: mean(({ ours }) => ours),
    pictures: rows.length,
    truthPx,
  };
}

function middleOf(picture: Rgb, scale: number): Rgb {
  const side = (length: number) => Math.floor(Math.min(length, truthPx) / scale) * scale;
  const [width, height] = [side(picture.width), side(picture.height)];
  const x = Math.floor((picture.width - width) / 2);
  const y = Math.floor((picture.height - height) / 2);
  return cutRgb(picture, { x, y, width, height });
}

/** In 16 bits, rounded once: sharp works in steps, and in 8 bits each rounds, at ¼ half a level up. */
async function resized({ width, height, data }: Rgb, to: PixelSize): Promise<Rgb> {
  const fine = Uint16Array.from(data, (value) => value * 257);
  const made = await sharp(fine, { raw: { width, height, channels: 3 } })
    .resize(to.width, to.height, { kernel: 'cubic', fit: 'fill' })
    .toColourspace('rgb16')
    .raw({ depth: 'ushort' })
    .toBuffer();
  const samples = new Uint16Array(made.buffer, made.byteOffset, made.length / 2);
  return rgb(
    to.width,
    to.height,
    Uint8Array.from(samples, (value) => Math.round(value / 257)),
  );
}

async function upscaled(upscaler: Upscaler, small: Rgb, scale: UpscaleScale): Promise<Rgb> {
  const { width, height } = small;
  const data = new Uint8Array(width * height * 3 * scale ** 2);
  const readRows = async (y: number, rows: number) => cutRgb(small, { x: 0, y, width, height: rows });
  const source = { width, height, channels: 3, depth: 8, readRows } as const;
  const run = { source, scale, signal: new AbortController().signal, progress: () => undefined };
  await upscaler.run(run, async (strips) => {
    for await (const { y, picture } of strips) data.set(picture.data, y * width * scale * 3);
  });
  return rgb(width * scale, height * scale, data);
}

function bicubic(small: Rgb, scale: number): Rgb {
  const { width, height, data } = small;
  const large = new Uint8ClampedArray(data.length * scale ** 2);
  for (const c of [0, 1, 2]) {
    const plane = Float32Array.from({ length: width * height }, (_, at) => data[at * 3 + c] ?? 0);
    for (const [at, value] of enlargePlane(plane, small, scale).entries()) large[at * 3 + c] = value;
  }
  return rgb(width * scale, height * scale, new Uint8Array(large));
}
