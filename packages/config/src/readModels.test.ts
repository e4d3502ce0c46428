import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModels } from './readModels.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pinpaint-models-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('the file that MODELS names', () => {
  it('says which models there are; what it leaves out is what most people want', async () => {
    const read = readModels(await write({ models: [{ kind: 'diffusion', path: '/models/sd' }] }));
    expect(read).toMatchObject({
      ok: true,
      value: {
        memoryMb: 6000,
        models: [{ name: 'onnx-diffusion', sampler: 'dpmpp-2m', steps: 25, guidance: 7.5, sidePx: 512 }],
      },
    });
  });

  it.each([
    [{ models: [{ kind: 'fill', path: 'lama.onnx' }] }, /models\.0\.path: must be an absolute path/],
    [{ models: [{ kind: 'paint', path: '/x' }] }, /models\.0\.kind/],
    [{ models: [{ kind: 'fill', name: 'heal', path: '/x' }] }, /heal is built in/],
    [{ models: [{ kind: 'fill', path: '/x', stepz: 3 }] }, /stepz/],
    [
      {
        models: [
          { kind: 'fill', path: '/x' },
          { kind: 'fill', path: '/y' },
        ],
      },
      /two models are called onnx-fill/,
    ],
    [
      {
        models: [
          { kind: 'segment', path: '/x' },
          { kind: 'segment', path: '/y', name: 'sam-2' },
        ],
      },
      /one model of the kind segment/,
    ],
  ])('is refused with the place in it that is wrong: %j', async (content, says) => {
    expect(readModels(await write(content))).toMatchObject({
      ok: false,
      error: { code: 'config.wrong-value', name: 'MODELS', says: expect.stringMatching(says) },
    });
  });

  it('is refused where there is none', () => {
    expect(readModels(join(dir, 'none.json'))).toMatchObject({ ok: false, error: { name: 'MODELS' } });
  });
});

async function write(content: unknown): Promise<string> {
  const file = join(dir, 'models.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}
