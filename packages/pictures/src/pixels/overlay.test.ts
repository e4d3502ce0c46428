import { join } from 'node:path';
import type { PixelRect } from '@pinpaint/domain';
import { composite, deltaE, makePicture, type Picture } from '@pinpaint/imaging';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { toEngineSpace } from '../colour/engineSpace.ts';
import { makeMaster } from '../master/makeMaster.ts';
import { readCrop } from '../master/readCrop.ts';
import { aPicture, asTiff, fileOf, iccOf, scratchFolder } from '../testPictures.ts';
import { tile } from '../views/tile.ts';
import { encodeAlpha } from '../wire/encodeAlpha.ts';
import { encodePatch } from '../wire/encodePatch.ts';
import { overlay } from './overlay.ts';

const rect: PixelRect = { x: 9, y: 5, width: 40, height: 30 };
const opacity = 200;

it.each([8, 16] as const)(
  'on a tile it looks within one step as the server composites, at %i bits',
  async (depth) => {
    const { onCanvas, onServer } = await bothWays(depth, null);
    const steps = onCanvas.map((sample, i) => Math.abs(sample - (onServer[i] ?? 0)));
    expect(Math.max(...steps)).toBeLessThanOrEqual(1);
  },
);

it('in another profile it looks within ΔE 1', async () => {
  const { onCanvas, onServer } = await bothWays(8, await iccOf('p3'), calm);
  expect(Math.max(...deltaE(pictureOf(onCanvas), pictureOf(onServer)))).toBeLessThanOrEqual(1);
});

/** What a canvas mixes out of a tile and the overlay, and what the server makes of master, patch and alpha; RGB. */
async function bothWays(depth: 8 | 16, icc: Uint8Array | null, shape: (picture: Picture) => Picture = same) {
  const masterPath = join(await scratchFolder(), 'master.tif');
  await makeMaster(await fileOf(asTiff(shape(aPicture({ depth })), icc)), masterPath);
  const patch = shape(aPicture({ width: rect.width, height: rect.height, depth }));
  const alpha = { rect, data: new Uint8Array(rect.width * rect.height).map((_, i) => i % 256) };
  const layer = { rect, patch: await encodePatch(patch), alpha: await encodeAlpha(alpha) };
  const laid = await rawOf(await overlay({ masterPath, layer }));
  const under = await rawOf(await tile(masterPath, { level: 0, x: 0, y: 0 }, 'png'));
  const base = { x: 0, y: 0, picture: await readCrop(masterPath, { x: 0, y: 0, width: 61, height: 47 }) };
  const whole = composite(base, { patch: { x: rect.x, y: rect.y, picture: patch }, alpha, opacity });
  const shown = toEngineSpace(whole, icc);
  return {
    onCanvas: mixed(under, laid),
    onServer: Uint8Array.from(shown.data, (sample) => (depth === 16 ? sample >> 8 : sample)),
  };
}

function mixed(base: Uint8Array, laid: Uint8Array): Uint8Array {
  const result = base.slice();
  for (let y = 0; y < rect.height; y += 1) {
    for (let x = 0; x < rect.width; x += 1) {
      const from = (y * rect.width + x) * 4;
      const to = ((y + rect.y) * 61 + x + rect.x) * 3;
      const share = ((laid[from + 3] ?? 0) / 255) * (opacity / 255);
      for (let c = 0; c < 3; c += 1) {
        result[to + c] = Math.round((base[to + c] ?? 0) * (1 - share) + (laid[from + c] ?? 0) * share);
      }
    }
  }
  return result;
}

/** Noise is nothing a profile's tables are made for; a photograph's colours lie within sRGB, mostly. */
function calm(picture: Picture): Picture {
  for (let i = 0; i < picture.data.length; i += 1) {
    picture.data[i] = 90 + 20 * (i % 3) + (Math.floor(i / 3) % picture.width);
  }
  return picture;
}

function same(picture: Picture): Picture {
  return picture;
}

async function rawOf(png: Uint8Array | null): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp(png ?? new Uint8Array())
      .raw()
      .toBuffer(),
  );
}

function pictureOf(data: Uint8Array): Picture {
  const picture = makePicture({ width: 61, height: 47, channels: 3, depth: 8 });
  picture.data.set(data);
  return picture;
}
