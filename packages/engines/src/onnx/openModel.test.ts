import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { upscaleWeights } from '../upscale/weights.ts';
import { ModelShelf } from './ModelShelf.ts';
import { openModel } from './openModel.ts';
import { providers } from './provider.ts';
import { requirePorts } from './requirePorts.ts';

const dir = await mkdtemp(join(tmpdir(), 'pinpaint-'));
afterAll(() => rm(dir, { recursive: true }));
const [small, large] = [upscaleWeights[2].file, upscaleWeights[4].file];
const image = { type: 'float32', shape: [1, 3, null, null] } as const;

describe('a model', () => {
  it('says what computes it and why nothing faster does, and what its graph takes and gives', async () => {
    const model = await openModel(small);
    const faster = providers.slice(0, providers.indexOf(model.provider));
    expect(model.because).toEqual(faster.map((name) => expect.stringMatching(`^${name}: .`)));
    expect(model.inputs).toEqual([{ name: 'image', type: 'float32', shape: [1, 3, 'height', 'width'] }]);
    await model.release();
  });

  it('is refused with both named when its graph doesn’t fit', async () => {
    const model = await openModel(small, { providers: ['cpu'] });
    requirePorts(model, { inputs: [image], outputs: [image] });
    const mask = { name: 'mask', type: 'float32', shape: [1, 1, 512, 512] } as const;
    expect(() => requirePorts(model, { inputs: [image, mask], outputs: [image] })).toThrow(
      /its inputs are image float32 \[1,3,height,width\], and wanted are any float32 .*, mask float32 \[1,1,512,512\]/,
    );
    await model.release();
  });

  it('that is no graph is refused with the reason', async () => {
    const path = join(dir, 'no.onnx');
    await writeFile(path, 'not a graph');
    await expect(openModel(path, { providers: ['cpu'] })).rejects.toMatchObject({
      code: 'engine.model-unreadable',
      message: expect.stringContaining('cpu: '),
    });
  });
});

describe('a shelf of models', () => {
  it('opens a model once, and closes the one that was used longest ago when the budget is full', async () => {
    const shelf = new ModelShelf((await stat(large)).size * 2, { providers: ['cpu'] });
    const first = await shelf.with(small, async (model) => model);
    expect(await shelf.with(small, async (model) => model)).toBe(first);
    await shelf.with(large, async () => expect(shelf.open).toEqual([large]));
    expect(await shelf.with(small, async (model) => model)).not.toBe(first);
    expect(shelf.open).toEqual([small]);
    await shelf.clear();
  });

  it('never closes a model that is in use, whatever the budget', async () => {
    const shelf = new ModelShelf(1, { providers: ['cpu'] });
    await shelf.with(small, () => shelf.with(large, async () => expect(shelf.open).toEqual([small, large])));
    expect(shelf.open).toEqual([]);
  });
});
