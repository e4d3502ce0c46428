import type { Placed } from '@pinpaint/imaging';
import type { ReportProgress } from '../engine.ts';
import { ModelShelf } from '../onnx/ModelShelf.ts';
import type { Model, OpenOptions } from '../onnx/openModel.ts';
import { requirePorts } from '../onnx/requirePorts.ts';
import { weightsDigest } from '../onnx/weightsDigest.ts';
import { type UpscaleSource, upscaleStrips } from './upscaleStrips.ts';
import { type UpscaleScale, upscaleWeights } from './weights.ts';

/** How an enlarged picture was made, so that anybody can make it again. */
export type UpscaleProvenance = {
  readonly engine: 'onnx-upscale';
  readonly provider: string;
  /** Why it was no faster one. */
  readonly because: readonly string[];
  readonly weights: { readonly name: string; readonly sha256: string; readonly licence: string };
};

export type UpscaleRun = {
  readonly source: UpscaleSource;
  readonly scale: UpscaleScale;
  readonly signal: AbortSignal;
  readonly progress: ReportProgress;
};

/** Both networks together are 60 MB; more than that is only kept while it is used. */
const shelfBytes = 128 * 1024 ** 2;

/** Enlarges pictures by the networks that the build has made; they stay warm between two pictures. */
export class Upscaler {
  readonly #shelf: ModelShelf;

  constructor(options: OpenOptions = {}) {
    this.#shelf = new ModelShelf(shelfBytes, options);
  }

  /** @param take reads the bands to their end */
  run(
    { source, scale, ...run }: UpscaleRun,
    take: (strips: AsyncIterable<Placed>) => Promise<void>,
  ): Promise<UpscaleProvenance> {
    const { file, tilePx } = upscaleWeights[scale];
    return this.#shelf.with(file, async (model) => {
      requirePorts(model, {
        inputs: [{ type: 'float32', shape: [1, 3, null, null] }],
        outputs: [{ type: 'float32', shape: [1, 3, null, null] }],
      });
      await take(upscaleStrips(source, { model, scale, tilePx, ...run }));
      return provenanceOf(model, scale);
    });
  }

  stop(): Promise<void> {
    return this.#shelf.clear();
  }
}

async function provenanceOf(
  { provider, because, path }: Model,
  scale: UpscaleScale,
): Promise<UpscaleProvenance> {
  const { package: name, version, licence } = upscaleWeights[scale];
  const sha256 = await weightsDigest([path]);
  return {
    engine: 'onnx-upscale',
    provider,
    because,
    weights: { name: `${name} ${version} ×${scale}`, sha256, licence },
  };
}
