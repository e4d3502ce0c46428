import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Row-major. */
export type Weights = { readonly shape: readonly number[]; readonly data: Float32Array };

/** A layer of a Keras functional graph; the tensors are named for the layers they come from. */
export type Layer = {
  readonly kind: string;
  readonly name: string;
  readonly config: LayerConfig;
  readonly from: readonly string[];
};

/** As far as the layers that we know read it. */
type LayerConfig = {
  readonly kernel_size?: readonly [number, number];
  readonly padding?: string;
  readonly activation?: string;
  readonly strides?: readonly [number, number];
  readonly size?: readonly [number, number];
  readonly interpolation?: string;
  readonly beta?: number;
  readonly scale?: number;
};

export type KerasGraph = {
  readonly layers: readonly Layer[];
  readonly output: string;
  /** Values are NHWC; a convolution's kernel is height × width × in × out. */
  readonly weights: ReadonlyMap<string, Weights>;
};

type Manifest = {
  readonly paths: readonly string[];
  readonly weights: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly dtype: string;
  }[];
};
type ModelFile = {
  readonly modelTopology: {
    readonly model_config: {
      readonly config: {
        readonly layers: readonly {
          readonly class_name: string;
          readonly name: string;
          readonly config: LayerConfig;
          readonly inbound_nodes: readonly (readonly (readonly [string, ...unknown[]])[])[];
        }[];
        readonly output_layers: readonly (readonly [string, ...unknown[]])[];
      };
    };
  };
  readonly weightsManifest: readonly Manifest[];
};

/** @param file a `model.json` with its shards beside it */
export async function readKerasGraph(file: string): Promise<KerasGraph> {
  const { modelTopology, weightsManifest } = JSON.parse(await readFile(file, 'utf8')) as ModelFile;
  const { layers, output_layers } = modelTopology.model_config.config;
  const output = output_layers[0]?.[0];
  if (!output) throw new Error(`${file} has no output`);
  const weights = new Map<string, Weights>();
  for (const manifest of weightsManifest) await readShards(dirname(file), manifest, weights);
  return { layers: layers.map(toLayer), output, weights };
}

function toLayer(raw: ModelFile['modelTopology']['model_config']['config']['layers'][number]): Layer {
  const from = (raw.inbound_nodes[0] ?? []).map(([name]) => name);
  return { kind: raw.class_name, name: raw.name, config: raw.config, from };
}

async function readShards(
  dir: string,
  { paths, weights }: Manifest,
  into: Map<string, Weights>,
): Promise<void> {
  const bytes = Buffer.concat(await Promise.all(paths.map((path) => readFile(join(dir, path)))));
  let at = 0;
  for (const { name, shape, dtype } of weights) {
    if (dtype !== 'float32') throw new Error(`${name} is of ${dtype}, and only float32 is known`);
    const length = shape.reduce((product, side) => product * side, 1);
    const data = new Float32Array(
      bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + length * 4),
    );
    into.set(name, { shape, data });
    at += length * 4;
  }
  if (at !== bytes.length) throw new Error(`${dir}: ${bytes.length} bytes of weights where ${at} are named`);
}
