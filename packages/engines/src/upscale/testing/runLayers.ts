import type { KerasGraph, Layer, Weights } from '../convert/kerasGraph.ts';

/** NHWC of one picture: height × width × channels. */
type Values = {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Float64Array;
};

/** Keras' layers computed as their documentation says, one after another, in double precision. */
export function runLayers(graph: KerasGraph, input: Values): Values {
  const made = new Map<string, Values>();
  for (const layer of graph.layers) {
    const from = layer.from.map((name) => made.get(name) ?? input);
    made.set(layer.name, runLayer(layer, from, graph.weights) ?? input);
  }
  const out = made.get(graph.output);
  if (!out) throw new Error(`There is no layer ${graph.output}`);
  return out;
}

function runLayer(
  { kind, name, config }: Layer,
  from: readonly Values[],
  weights: ReadonlyMap<string, Weights>,
): Values | undefined {
  const [first] = from;
  if (!first) return undefined;
  switch (kind) {
    case 'InputLayer':
      return first;
    case 'Conv2D':
      return convolve(first, weights.get(`${name}/kernel`), weights.get(`${name}/bias`));
    case 'Activation':
      return { ...first, data: first.data.map((value) => Math.max(0, value)) };
    case 'MultiplyBeta':
      return { ...first, data: first.data.map((value) => value * (config.beta ?? 1)) };
    case 'Add':
      return {
        ...first,
        data: first.data.map((value, at) =>
          from.slice(1).reduce((sum, { data }) => sum + (data[at] ?? 0), value),
        ),
      };
    case 'Concatenate':
      return gather(
        first,
        from.reduce((sum, { channels }) => sum + channels, 0),
        1,
        (x, y, c) => pick(from, x, y, c),
      );
    case 'UpSampling2D': {
      const scale = config.size?.[0] ?? 1;
      return gather(first, first.channels, scale, (x, y, c) =>
        at(first, Math.floor(x / scale), Math.floor(y / scale), c),
      );
    }
    default: {
      const scale = config.scale ?? 1;
      const channels = first.channels / scale ** 2;
      return gather(first, channels, scale, (x, y, c) =>
        at(
          first,
          Math.floor(x / scale),
          Math.floor(y / scale),
          ((y % scale) * scale + (x % scale)) * channels + c,
        ),
      );
    }
  }
}

function convolve(from: Values, kernel: Weights | undefined, bias: Weights | undefined): Values {
  const [rows = 0, columns = 0, ins = 0, outs = 0] = kernel?.shape ?? [];
  return gather(from, outs, 1, (x, y, c) => {
    let sum = bias?.data[c] ?? 0;
    for (let v = 0; v < rows; v++)
      for (let u = 0; u < columns; u++)
        for (let i = 0; i < ins; i++) {
          const value = at(from, x + u - (columns - 1) / 2, y + v - (rows - 1) / 2, i);
          sum += value * (kernel?.data[((v * columns + u) * ins + i) * outs + c] ?? 0);
        }
    return sum;
  });
}

function gather(
  from: Values,
  channels: number,
  scale: number,
  of: (x: number, y: number, c: number) => number,
): Values {
  const [width, height] = [from.width * scale, from.height * scale];
  const data = new Float64Array(width * height * channels);
  let to = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) for (let c = 0; c < channels; c++) data[to++] = of(x, y, c);
  return { width, height, channels, data };
}

function pick(from: readonly Values[], x: number, y: number, channel: number): number {
  let c = channel;
  for (const values of from) {
    if (c < values.channels) return at(values, x, y, c);
    c -= values.channels;
  }
  return 0;
}

/** Zero outside, as padding "same" has it. */
function at({ width, height, channels, data }: Values, x: number, y: number, c: number): number {
  if (x < 0 || y < 0 || x >= width || y >= height) return 0;
  return data[(y * width + x) * channels + c] ?? 0;
}
