import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineRequest } from '../engine.ts';
import { aRequest, laidOver } from '../grade/aRequest.ts';
import { ModelShelf } from '../onnx/ModelShelf.ts';
import { MadeGraph } from '../onnx/testing/madeGraph.ts';
import { createFill } from './createFill.ts';
import { membraneGraph } from './testing/membraneGraph.ts';

const shelf = new ModelShelf(2 ** 30, { providers: ['cpu'], threads: 1 });
const never = new AbortController().signal;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pinpaint-fill-'));
});
afterAll(async () => {
  await shelf.clear();
  await rm(folder, { recursive: true });
});

/** A plane in each channel: the one surface that a membrane goes on exactly. */
const slope = (x: number, y: number): readonly number[] => [20 + 3 * x, 200 - 2 * y, 60 + x + y];

describe.each(['pair', 'joined', 'bytes'] as const)('a file of the form “%s”', (form) => {
  it.each([
    [null, 8],
    [null, 16],
    [64, 8],
  ] as const)('of side %s fills a hole in %d bits with what its mathematics says', async (side, depth) => {
    const path = join(folder, `${form}-${side}-${depth}.onnx`);
    await membraneGraph(form, side).write(path);
    const request = aHole(depth);
    const [candidate] = await engineOf(path).run(request, never, () => {});
    if (!candidate) throw new Error('no candidate');
    expect(candidate.provenance).toMatchObject({
      provider: 'cpu',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const { data } = laidOver(request, candidate);
    const step = depth === 16 ? 257 : 1;
    let worst = 0;
    for (const [at, sample] of data.entries()) {
      const pixel = Math.floor(at / 3);
      const wanted = slope(pixel % 50, Math.floor(pixel / 50))[at % 3] ?? 0;
      worst = Math.max(worst, Math.abs(sample / step - wanted));
    }
    expect(worst).toBeLessThanOrEqual(1);
  });
});

describe('a file that is something else', () => {
  it('is refused, naming what it has and what is wanted', async () => {
    const path = join(folder, 'other.onnx');
    const graph = new MadeGraph();
    graph.output(graph.input('x', 'float32', [1, 7]), 'y', 'float32', [1, 7]);
    await graph.write(path);
    await expect(engineOf(path).run(aHole(8), never, () => {})).rejects.toMatchObject({
      code: 'engine.model-unfit',
      message: expect.stringMatching(/x float32 \[1,7\].*\[1,3,\*,\*\]/),
    });
  });

  it('is refused where there is none', async () => {
    await expect(engineOf(join(folder, 'none.onnx')).run(aHole(8), never, () => {})).rejects.toThrow(
      /none\.onnx/,
    );
  });
});

function engineOf(path: string) {
  return createFill({ name: 'made', path, sidePx: null }, shelf);
}

function aHole(depth: 8 | 16): EngineRequest {
  return aRequest({
    width: 50,
    height: 44,
    depth,
    colourAt: slope,
    region: { kind: 'ellipse', cx: 24, cy: 20, rx: 6, ry: 5 },
    wish: { kind: 'remove', thing: null },
  });
}
