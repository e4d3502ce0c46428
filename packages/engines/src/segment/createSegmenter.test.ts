import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RgbCrop } from '../engine.ts';
import { ModelShelf } from '../onnx/ModelShelf.ts';
import { createSegmenter } from './createSegmenter.ts';
import { resizePlanes } from './resizePlanes.ts';
import { reachPx, writeMadeSegmenter } from './testing/madeSegmenter.ts';

const shelf = new ModelShelf(2 ** 30, { providers: ['cpu'], threads: 1 });
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pinpaint-segment-'));
});
afterAll(async () => {
  await shelf.clear();
  await rm(folder, { recursive: true });
});

const none = { inside: [], outside: [], box: null };
const [width, height] = [400, 300];
const squares = [
  { x: 60, y: 40, side: 60 },
  { x: 250, y: 190, side: 60 },
] as const;

describe.each([
  { form: 'sam', picture: 'planes' },
  { form: 'sam', picture: 'pixels' },
  { form: 'sam2', picture: 'planes' },
] as const)('a segmenter of the form $form that reads $picture', (kind) => {
  beforeAll(async () => {
    await shelf.clear();
    await writeMadeSegmenter(folder, kind);
  });

  it.each(squares)(
    'finds the red square that was clicked, at $x, $y, and not the other',
    async ({ x, y, side }) => {
      const hints = { ...none, inside: [{ x: x + side / 2, y: y + side / 2 }] };
      const found = await createSegmenter(folder, shelf)({ picture: 'a', crop: aCrop(), hints });
      const { mask, score } = found ?? { mask: new Uint8Array(), score: 0 };
      expect(score).toBeCloseTo(0.9, 5);
      let [both, either] = [0, 0];
      for (let at = 0; at < mask.length; at++) {
        const [px, py] = [at % width, Math.floor(at / width)];
        const isIn = px >= x && px < x + side && py >= y && py < y + side;
        if (isIn && mask[at] === 255) both++;
        if (isIn || mask[at] === 255) either++;
      }
      expect(both / either).toBeGreaterThan(0.85);
    },
  );

  it('reads a picture once, however often it is asked about it', async () => {
    const segment = createSegmenter(folder, shelf);
    const hints = { ...none, inside: [{ x: 90, y: 70 }] };
    const first = await segment({ picture: 'a', crop: aCrop(), hints });
    expect(await segment({ picture: 'a', crop: null, hints })).toEqual(first);
    expect(await segment({ picture: 'another', crop: null, hints })).toBeNull();
  });
});

describe('files that are something else', () => {
  it('are refused, naming what they have and what is wanted', async () => {
    await shelf.clear();
    const odd = await mkdtemp(join(folder, 'odd-'));
    await writeMadeSegmenter(odd, { form: 'sam', picture: 'planes' });
    await copyFile(join(odd, 'encoder.onnx'), join(odd, 'decoder.onnx'));
    const run = createSegmenter(odd, shelf)({ picture: 'a', crop: aCrop(), hints: none });
    await expect(run).rejects.toMatchObject({
      code: 'engine.model-unfit',
      message: expect.stringMatching(/image_embeddings.*orig_im_size/s),
    });
  });

  it('are missed, naming the folder', async () => {
    const run = createSegmenter(join(folder, 'gone'), shelf)({ picture: 'a', crop: aCrop(), hints: none });
    await expect(run).rejects.toMatchObject({
      code: 'engine.model-unreadable',
      message: expect.stringContaining('gone'),
    });
  });
});

describe('another size', () => {
  it.each([
    [7, 5],
    [40, 90],
  ])('of %d × %d keeps a slope and what is even', (toWidth, toHeight) => {
    const data = Float32Array.from({ length: 2 * 20 * 15 }, (_, at) => (at < 300 ? at % 20 : 9));
    const { data: out } = resizePlanes({ width: 20, height: 15, data }, { width: toWidth, height: toHeight });
    const middle = Math.floor(toHeight / 2) * toWidth + Math.floor(toWidth / 2);
    expect(out[middle]).toBeCloseTo((Math.floor(toWidth / 2) + 0.5) * (20 / toWidth) - 0.5, 4);
    expect(out[toWidth * toHeight + middle]).toBeCloseTo(9, 4);
  });
});

/** Grey, with two red squares farther apart than the model's reach. */
function aCrop(): RgbCrop {
  const data = new Uint8Array(width * height * 3).fill(100);
  for (const { x, y, side } of squares) {
    for (let row = y; row < y + side; row++) {
      for (let column = x; column < x + side; column++) data[(row * width + column) * 3] = 230;
    }
  }
  expect(Math.hypot(190, 150) * (1024 / width)).toBeGreaterThan(2 * reachPx);
  return { width, height, depth: 8, data };
}
