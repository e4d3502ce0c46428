import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeMadeDiffusion } from '../diffusion/testing/madeDiffusion.ts';
import { membraneGraph } from '../fill/testing/membraneGraph.ts';
import { MadeGraph } from '../onnx/testing/madeGraph.ts';
import { writeMadeSegmenter } from '../segment/testing/madeSegmenter.ts';
import { checkModel } from './checkModel.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pinpaint-check-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('checking a model', () => {
  it('says what a file is, its digest and licence, and runs it', async () => {
    const path = join(dir, 'lama_fp32.onnx');
    await membraneGraph('pair', 64).write(path);
    const report = await checkModel(path);
    expect(report).toMatchObject({
      kind: 'fill',
      problem: null,
      licence: expect.stringMatching(/Apache-2\.0/),
    });
    expect(report.says).toBe('LaMa or the like: a picture and a mask of 0…1, 64 × 64 pixels');
    expect(report.files).toEqual([
      expect.objectContaining({ name: 'lama_fp32.onnx', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }),
    ]);
    expect(report.graphs[0]).toMatchObject({
      provider: 'cpu',
      inputs: [{ name: 'image' }, { name: 'mask' }],
    });
    expect(report.ranSeconds).toBeGreaterThan(0);
  });

  it('knows a Stable Diffusion folder by its parts', async () => {
    const path = join(dir, 'sd');
    await writeMadeDiffusion(path);
    const report = await checkModel(path);
    expect(report).toMatchObject({ kind: 'diffusion', problem: null });
    expect(report.graphs.map(({ name }) => name)).toEqual(
      ['text_encoder', 'unet', 'vae_decoder', 'vae_encoder'].map((part) => join(part, 'model.onnx')),
    );
  });

  it('knows a segmenter by its encoder and decoder', async () => {
    const path = join(dir, 'sam');
    await mkdir(path);
    await writeMadeSegmenter(path, { form: 'sam2', picture: 'planes' });
    expect(await checkModel(path)).toMatchObject({ kind: 'segment', problem: null });
  });

  it.each([
    ['pair', 'none', null],
    ['joined', 'none', null],
    ['bytes', 'none', null],
    ['pair', '0…1', /190,120,50 came back as .*0…1 or −1…1, and 0…255/],
    ['pair', '−1…1', /0…1 or −1…1, and 0…255/],
    ['joined', '0…255', /0…255, and 0…1/],
    ['joined', '−1…1', /−1…1, and 0…1/],
    ['pair', 'bgr', /BGR/],
    ['joined', 'bgr', /BGR/],
    ['bytes', 'bgr', /BGR/],
    ['pair', 'reversed mask', /mask is reversed/],
    ['joined', 'reversed mask', /mask is reversed/],
    ['bytes', 'reversed mask', /mask is reversed/],
  ] as const)(
    'holds what a fill (%s, fault: %s) makes of a plain picture against that',
    async (form, fault, why) => {
      const path = join(dir, `${form} ${fault}.onnx`);
      await membraneGraph(form, null, fault).write(path);
      expect(await checkModel(path)).toMatchObject({
        kind: 'fill',
        problem: why && expect.stringMatching(why),
        ranSeconds: expect.any(Number),
      });
    },
  );

  it.each([
    ['0…1', /0…1, and −1…1/],
    ['bgr', /BGR/],
  ] as const)('says so when a VAE answers in %s', async (answer, why) => {
    const path = join(dir, `sd ${answer}`);
    await writeMadeDiffusion(path, { answer });
    expect(await checkModel(path)).toMatchObject({
      kind: 'diffusion',
      problem: expect.stringMatching(why),
    });
  });

  it('says so when a segmenter finds what was not clicked', async () => {
    const path = join(dir, 'reversed');
    await mkdir(path);
    await writeMadeSegmenter(path, { form: 'sam', picture: 'planes' }, true);
    expect(await checkModel(path)).toMatchObject({
      kind: 'segment',
      problem: expect.stringMatching(/reversed/),
    });
  });

  it.each([
    [
      'a graph that no engine can feed',
      async (path: string) => {
        const graph = new MadeGraph();
        graph.output(graph.input('x', 'float32', [1, 7]), 'y', 'float32', [1, 7]);
        await graph.write(path);
      },
      /x float32 \[1,7\]/,
    ],
    ['nothing at all', async () => {}, /nothing at this path/],
    ['what is no graph at all', (path: string) => writeFile(path, 'not a model'), /can’t be opened/],
  ])('says why %s does not fit', async (name, write, why) => {
    const path = join(dir, `${name}.onnx`);
    await write(path);
    expect(await checkModel(path)).toMatchObject({
      kind: null,
      problem: expect.stringMatching(why),
      ranSeconds: null,
    });
  });
});
