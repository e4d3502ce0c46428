import { Tensor } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { openModel } from '../../onnx/openModel.ts';
import { runLayers } from '../testing/runLayers.ts';
import { upscaleWeights } from '../weights.ts';
import { kerasFile } from './kerasFile.ts';
import { readKerasGraph } from './kerasGraph.ts';

it.each([2, 4] as const)(
  'the graph of ×%i gives what its layers give when they are computed one by one',
  async (scale) => {
    const { file, range } = upscaleWeights[scale];
    const [width, height] = [5, 4];
    const model = await openModel(file, { providers: ['cpu'] });
    const picture = Float32Array.from({ length: width * height * 3 }, (_, at) => ((at * 7919) % 251) / 250);
    const image = new Tensor('float32', planar(picture, width * height), [1, 3, height, width]);
    const { upscaled } = await model.run({ image });
    const graph = await readKerasGraph(await kerasFile(scale));
    const data = Float64Array.from(picture, (value) => value * range);
    const truth = runLayers(graph, { width, height, channels: 3, data });
    const wanted = planar(
      Float32Array.from(truth.data, (value) => value / range),
      width * height * scale ** 2,
    );
    expect(upscaled?.dims).toEqual([1, 3, height * scale, width * scale]);
    const differences = wanted.map((value, at) => Math.abs(value - Number(upscaled?.data[at])));
    expect(Math.max(...differences)).toBeLessThan(2e-5);
    await model.release();
  },
);

/** Interleaved to planes. */
function planar(values: Float32Array, size: number): Float32Array {
  return values.map((_, at) => values[(at % size) * 3 + Math.floor(at / size)] ?? 0);
}
