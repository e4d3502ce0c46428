import onnxProto from 'onnx-proto';
import type { KerasGraph, Layer, Weights } from './kerasGraph.ts';
import { foldEnlargement, type Kernel, scaled, toOnnxKernel } from './kernel.ts';

const { onnx } = onnxProto;
const floats = onnx.TensorProto.DataType.FLOAT;
const { INT, INTS, STRING } = onnx.AttributeProto.AttributeType;

export type OnnxWish = {
  readonly scale: number;
  /** White, as the weights were trained: 1 or 255. The graph takes and gives 0…1 whatever this is. */
  readonly range: number;
  /** For people who open the file. */
  readonly says: string;
};

type Draft = {
  readonly graph: KerasGraph;
  readonly wish: OnnxWish;
  readonly nodes: object[];
  readonly constants: object[];
};

/** opset 17; `image` float32 [1, 3, h, w] in 0…1 to `upscaled` [1, 3, h × scale, w × scale]. */
export function toOnnx(graph: KerasGraph, wish: OnnxWish): Uint8Array {
  const draft: Draft = { graph, wish, nodes: [], constants: [] };
  for (const layer of graph.layers) addLayer(draft, layer);
  draft.nodes.push({ opType: 'Identity', input: [graph.output], output: ['upscaled'] });
  const { scale } = wish;
  return onnx.ModelProto.encode({
    irVersion: 8,
    opsetImport: [{ domain: '', version: 17 }],
    producerName: 'pinpaint',
    docString: wish.says,
    graph: {
      name: `upscale x${scale}`,
      node: draft.nodes,
      initializer: draft.constants,
      input: [port('image', ['height', 'width'])],
      output: [port('upscaled', [`${scale} × height`, `${scale} × width`])],
    },
  }).finish();
}

function addLayer(draft: Draft, layer: Layer): void {
  const add = byKind[layer.kind.replace(/^PixelShuffle\dx$/, 'PixelShuffle')];
  if (!add)
    throw new Error(`The layer ${layer.name} is a ${layer.kind}, which nobody here can turn into ONNX`);
  add(draft, layer);
}

const byKind: Readonly<Record<string, (draft: Draft, layer: Layer) => void>> = {
  InputLayer: ({ nodes }, { name }) => nodes.push({ opType: 'Identity', input: ['image'], output: [name] }),
  Conv2D: addConvolution,
  Activation: (draft, layer) => {
    if (layer.config.activation !== 'relu') throw new Error(`${layer.name}: ${layer.config.activation}`);
    addNode(draft, 'Relu', layer);
  },
  Concatenate: (draft, layer) => addNode(draft, 'Concat', layer, [{ name: 'axis', type: INT, i: 1 }]),
  Add: (draft, layer) => addNode(draft, 'Add', layer),
  MultiplyBeta: (draft, layer) => {
    addConstant(draft, `${layer.name}/beta`, [], Float32Array.of(layer.config.beta ?? 1));
    addNode(draft, 'Mul', { ...layer, from: [...layer.from, `${layer.name}/beta`] });
  },
  PixelShuffle: (draft, layer) => addDepthToSpace(draft, layer, layer.config.scale ?? 1),
  // Done by the convolution that reads it.
  UpSampling2D: ({ graph }, layer) => {
    const readers = graph.layers.filter(({ from }) => from.includes(layer.name));
    const isKnown = layer.config.interpolation === 'nearest' && readers.length === 1;
    if (!isKnown || readers[0]?.kind !== 'Conv2D') throw new Error(`${layer.name} can’t be folded`);
  },
};

function addConvolution(draft: Draft, layer: Layer): void {
  const { name, config, from } = layer;
  if (config.strides?.some((stride) => stride !== 1)) throw new Error(`${name}: strides`);
  const enlarged = draft.graph.layers.find(
    (other) => other.name === from[0] && other.kind === 'UpSampling2D',
  );
  const scale = enlarged?.config.size?.[0] ?? 1;
  const { kernel, bias } = rangedWeights(draft, layer);
  const folded = enlarged ? foldEnlargement(kernel, scale) : kernel;
  addConstant(draft, `${name}/kernel`, folded.shape, folded.data);
  const biases = Float32Array.from({ length: folded.shape[0] }, (_, at) => bias[at % bias.length] ?? 0);
  addConstant(draft, `${name}/bias`, [biases.length], biases);
  const pads =
    config.padding === 'same'
      ? [2, 3, 2, 3].map((axis) => ((folded.shape[axis] ?? 1) - 1) / 2)
      : [0, 0, 0, 0];
  const wide = { ...layer, from: [enlarged?.from[0] ?? from[0] ?? '', `${name}/kernel`, `${name}/bias`] };
  const attribute = [{ name: 'pads', type: INTS, ints: pads }];
  if (!enlarged) {
    addNode(draft, 'Conv', wide, attribute);
    return;
  }
  addNode(draft, 'Conv', { ...wide, name: `${name}/deep` }, attribute);
  addDepthToSpace(draft, { ...layer, from: [`${name}/deep`] }, scale);
}

/** The first layer takes 0…1 and the last one gives it, with the range multiplied into their weights. */
function rangedWeights(
  { graph, wish: { range } }: Draft,
  { name, from }: Layer,
): { kernel: Kernel; bias: Float32Array } {
  const isFirst = graph.layers.some((layer) => layer.kind === 'InputLayer' && layer.name === from[0]);
  const isLast = name === graph.output;
  const by = (isFirst ? range : 1) / (isLast ? range : 1);
  const kernel = scaled(toOnnxKernel(weightsOf(graph, `${name}/kernel`)), by);
  return { kernel, bias: scaled(weightsOf(graph, `${name}/bias`), isLast ? 1 / range : 1).data };
}

function weightsOf({ weights }: KerasGraph, name: string): Weights {
  const found = weights.get(name);
  if (!found) throw new Error(`There are no weights ${name}`);
  return found;
}

function addDepthToSpace(draft: Draft, layer: Layer, scale: number): void {
  addNode(draft, 'DepthToSpace', layer, [
    { name: 'blocksize', type: INT, i: scale },
    { name: 'mode', type: STRING, s: Buffer.from('DCR') },
  ]);
}

function addNode({ nodes }: Draft, opType: string, { name, from }: Layer, attribute: object[] = []): void {
  nodes.push({ opType, name, input: [...from], output: [name], attribute });
}

function addConstant({ constants }: Draft, name: string, dims: readonly number[], data: Float32Array): void {
  constants.push({
    name,
    dims: [...dims],
    dataType: floats,
    rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  });
}

function port(name: string, sides: readonly string[]): object {
  const dim = [{ dimValue: 1 }, { dimValue: 3 }, ...sides.map((dimParam) => ({ dimParam }))];
  return { name, type: { tensorType: { elemType: floats, shape: { dim } } } };
}
