import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openCv } from '@pinpaint/imaging/opencv';
import type { EngineRequest } from '../engine.ts';
import { createHeal } from '../heal/createHeal.ts';
import { type MaskPlane, type Rgb, readRgb, writeMask, writeRgb } from './raster.ts';

export type Filled = {
  readonly picture: Rgb;
  readonly seconds: number;
  /** What the filler tells of it itself. */
  readonly figures: Readonly<Record<string, number>>;
};
export type Hole = { readonly picture: Rgb; readonly mask: MaskPlane; readonly request: EngineRequest };

const heal = createHeal();
const run = promisify(execFile);

/** What a worker's engine thread does from request to answer; everything is warm after the first. */
export async function fillByHeal({ picture, request }: Hole): Promise<Filled> {
  const since = performance.now();
  const [candidate] = await heal.run(request, new AbortController().signal, () => {});
  if (!candidate) throw new Error('heal gave no candidate');
  const { patch, usedAlpha, figures } = candidate;
  const data = picture.data.slice();
  for (let at = 0; at < usedAlpha.length; at++) {
    const alpha = usedAlpha[at] ?? 0;
    if (alpha === 0) continue;
    for (let s = at * 3; s < at * 3 + 3; s++) {
      data[s] = Math.round(((patch.data[s] ?? 0) * alpha + (picture.data[s] ?? 0) * (255 - alpha)) / 255);
    }
  }
  return { picture: { ...picture, data }, seconds: (performance.now() - since) / 1000, figures };
}

/** The whole command, with its start and its files: what somebody who runs it waits for. */
export async function fillByGmic({ picture, mask }: Hole): Promise<Filled> {
  const dir = await mkdtemp(join(tmpdir(), 'pinpaint-gmic-'));
  try {
    const [input, hole, output] = ['in.png', 'hole.png', 'out.png'].map((name) => join(dir, name));
    if (!input || !hole || !output) throw new Error('no paths');
    await writeRgb(input, picture);
    await writeMask(hole, mask);
    const since = performance.now();
    await run('gmic', [
      '-v',
      '-1',
      input,
      hole,
      '-inpaint_matchpatch[0]',
      '[1]',
      '-keep[0]',
      '-output',
      output,
    ]);
    const seconds = (performance.now() - since) / 1000;
    return { picture: await readRgb(output), seconds, figures: {} };
  } finally {
    await rm(dir, { recursive: true });
  }
}

export async function hasGmic(): Promise<boolean> {
  return run('gmic', ['-v', '-1', '-version']).then(
    () => true,
    () => false,
  );
}

/** OpenCV's fast marching (Telea 2004), radius 5. */
export async function fillByTelea({ picture, mask }: Hole): Promise<Filled> {
  const cv = await openCv();
  const since = performance.now();
  const source = cv.matFromArray(picture.height, picture.width, cv.CV_8UC3, picture.data);
  const hole = cv.matFromArray(mask.height, mask.width, cv.CV_8UC1, mask.data);
  const out = new cv.Mat();
  cv.inpaint(source, hole, out, 5, cv.INPAINT_TELEA);
  const data = new Uint8Array(out.data);
  for (const mat of [source, hole, out]) mat.delete();
  return { picture: { ...picture, data }, seconds: (performance.now() - since) / 1000, figures: {} };
}
