import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnimateStep } from '@pinpaint/domain';
import { drawFrame } from '@pinpaint/imaging';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aPicture, asPng, scratchFolder } from '../testPictures.ts';
import { findFfmpeg } from './encodeByFfmpeg.ts';
import { loadScene } from './loadScene.ts';
import { AnimationTooLarge, writeAnimation } from './writeAnimation.ts';

const step: AnimateStep = {
  kind: 'animate',
  format: 'mp4',
  fps: 25,
  seconds: 0.6,
  easing: 'smooth',
  zoom: 1.3,
  panX: 0.5,
  panY: 0,
  parallax: 0.5,
  safe: null,
  longestPx: 1920,
};
const picture = aPicture({ width: 64, height: 48 });
const bounds = { x: -10, y: 0, width: 64, height: 48 };
const run = { signal: new AbortController().signal, progress: () => undefined };
const hasFfmpeg = (await findFfmpeg()) !== null;

describe('an animation of an approved picture', () => {
  it('begins and ends with its very samples before they are encoded', async () => {
    const { scene, size } = await loadScene({ ...(await aWish()), longestPx: 1920, zoom: 1.3 });
    expect(size).toEqual({ width: 64, height: 48 });
    for (const moment of [0, 1]) {
      const { data } = drawFrame(scene, { move: { ...step, safe: null }, moment, size });
      expect(data).toEqual(picture.data);
    }
  });

  it('gets even sides by repeating the last row and column, and shrinks to what was asked for', async () => {
    const wish = await aWish(aPicture({ width: 61, height: 47 }));
    expect((await loadScene({ ...wish, longestPx: 1920, zoom: 1 })).size).toEqual({ width: 62, height: 48 });
    expect((await loadScene({ ...wish, longestPx: 30, zoom: 2 })).size).toEqual({ width: 30, height: 24 });
  });

  it.each(hasFfmpeg ? (['ffmpeg', 'wasm'] as const) : (['wasm'] as const))(
    'becomes an MP4 by %s',
    async (by) => {
      const wish = await aWish();
      const facts = await writeAnimation(
        { ...wish, step, ...(by === 'wasm' ? { encoder: 'wasm' } : {}) },
        run,
      );
      expect(facts).toMatchObject({ width: 64, height: 48, fps: 25, frames: 15 });
      expect(facts.encoder).toMatch(by === 'wasm' ? /WebAssembly/ : /^ffmpeg version .*libx264/);
      const file = await readFile(wish.outputPath);
      expect(file.subarray(4, 8).toString()).toBe('ftyp');
      if (hasFfmpeg) expect(framesIn(wish.outputPath)).toBe(15);
    },
  );

  it('becomes a WebP that goes round, each frame as long as the clock says', async () => {
    const wish = await aWish();
    await writeAnimation({ ...wish, step: { ...step, format: 'webp', fps: 24, seconds: 0.29 } }, run);
    const { pages, delay, loop, pageHeight } = await sharp(wish.outputPath, { animated: true }).metadata();
    expect({ pages, loop, pageHeight }).toEqual({ pages: 7, loop: 0, pageHeight: 48 });
    expect(delay?.reduce((sum, one) => sum + one, 0)).toBe(292);
  });

  it('is refused as a WebP that would not fit into memory', async () => {
    const wish = {
      ...(await aWish(aPicture({ width: 2000, height: 1500 }))),
      step: { ...step, format: 'webp' as const, seconds: 20 },
    };
    await expect(writeAnimation(wish, run)).rejects.toBeInstanceOf(AnimationTooLarge);
  });

  it('ends at once when nobody wants it any more', async () => {
    const stop = new AbortController();
    const progress = () => stop.abort(new Error('enough'));
    await expect(
      writeAnimation({ ...(await aWish()), step }, { signal: stop.signal, progress }),
    ).rejects.toThrow('enough');
  });
});

async function aWish(of = picture) {
  const dir = await scratchFolder();
  const picturePath = join(dir, 'picture.png');
  await writeFile(picturePath, await asPng(of));
  const alpha = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#fff' } })
    .toColourspace('b-w')
    .png()
    .toBuffer();
  const layers = [{ rect: { x: 5, y: 5, width: 20, height: 10 }, opacity: 255, alpha }];
  return { picturePath, bounds, layers, outputPath: join(dir, 'film') };
}

function framesIn(path: string): number {
  const args = [
    '-v',
    'error',
    '-count_frames',
    '-show_entries',
    'stream=nb_read_frames',
    '-of',
    'csv=p=0',
    path,
  ];
  return Number(execFileSync('ffprobe', args).toString());
}
