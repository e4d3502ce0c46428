import { join } from 'node:path';
import { Tensor } from 'onnxruntime-node';
import { EngineError } from '../engine.ts';
import type { ModelShelf } from '../onnx/ModelShelf.ts';
import type { Model } from '../onnx/openModel.ts';
import { requirePorts } from '../onnx/requirePorts.ts';
import type { Networks } from './inpaint.ts';

/** The tokens that one prompt becomes, and the UNet's planes: latents, mask, masked picture. */
const [promptTokens, unetPlanes, latentPlanes] = [77, 9, 4] as const;

/**
 * The four networks of a Stable Diffusion inpainting folder, as the published exports lay it out; each is opened when
 * it is first needed and stays on the shelf. What a file's graph leaves open (type of tokens and timestep, the width
 * of an embedding) is read from it.
 */
export function openNetworks(folder: string, shelf: ModelShelf): Networks {
  const files = networkFiles(folder);
  return {
    embed: (tokens) =>
      shelf.with(files.text, async (model) => {
        requireTextEncoder(model);
        const ids = new Tensor('int32', flatInts(tokens), [tokens.length, promptTokens]);
        const feeds = { input_ids: model.inputs[0]?.type === 'int64' ? asLongs(ids) : ids };
        return rows(await model.run(feeds), 'last_hidden_state', tokens.length);
      }),
    predict: (planes, { width, height, timestep, embeddings }) =>
      shelf.with(files.unet, async (model) => {
        requireUnet(model);
        const count = planes.length;
        const wide = (embeddings[0]?.length ?? 0) / promptTokens;
        const feeds = {
          sample: new Tensor('float32', flat(planes), [count, unetPlanes, height, width]),
          timestep: asTimestep(model, timestep),
          encoder_hidden_states: new Tensor('float32', flat(embeddings), [count, promptTokens, wide]),
        };
        return rows(await model.run(feeds), 'out_sample', count);
      }),
    encode: (picture) =>
      shelf.with(files.encoder, async (model) => {
        requireEncoder(model);
        const { width, height, data } = picture;
        const answer = await model.run({ sample: new Tensor('float32', data, [1, 3, height, width]) });
        return {
          width: width / 8,
          height: height / 8,
          data: rows(answer, 'latent_sample', 1)[0] ?? new Float32Array(),
        };
      }),
    decode: (latents) =>
      shelf.with(files.decoder, async (model) => {
        requireDecoder(model);
        const { width, height, data } = latents;
        const feeds = { latent_sample: new Tensor('float32', data, [1, latentPlanes, height, width]) };
        const answer = await model.run(feeds);
        return {
          width: width * 8,
          height: height * 8,
          data: rows(answer, 'sample', 1)[0] ?? new Float32Array(),
        };
      }),
  };
}

/** Opens all four once; rejects with what can't be opened or doesn't fit. */
export async function checkNetworks(folder: string, shelf: ModelShelf): Promise<void> {
  const { text, unet, encoder, decoder } = networkFiles(folder);
  await shelf.with(text, async (model) => requireTextEncoder(model));
  await shelf.with(unet, async (model) => requireUnet(model));
  await shelf.with(encoder, async (model) => requireEncoder(model));
  await shelf.with(decoder, async (model) => requireDecoder(model));
}

/** Where a Stable Diffusion folder keeps its networks; large ones keep their weights beside. */
export function networkFiles(folder: string) {
  const file = (part: string): string => join(folder, part, 'model.onnx');
  return {
    text: file('text_encoder'),
    unet: file('unet'),
    encoder: file('vae_encoder'),
    decoder: file('vae_decoder'),
  };
}

function requireTextEncoder(model: Model): void {
  const type = model.inputs[0]?.type === 'int64' ? 'int64' : 'int32';
  // Some exports give the pooled state besides, which nothing here reads.
  requirePorts(
    { ...model, outputs: model.outputs.slice(0, 1) },
    {
      inputs: [{ name: 'input_ids', type, shape: [null, promptTokens] }],
      outputs: [{ name: 'last_hidden_state', type: 'float32', shape: [null, promptTokens, null] }],
    },
  );
}

function requireUnet(model: Model): void {
  const timestep = model.inputs.find(({ name }) => name === 'timestep');
  requirePorts(model, {
    inputs: [
      { name: 'sample', type: 'float32', shape: [null, unetPlanes, null, null] },
      {
        name: 'timestep',
        type: timestep?.type === 'int64' ? 'int64' : 'float32',
        shape: timestep?.shape.length === 0 ? [] : [null],
      },
      { name: 'encoder_hidden_states', type: 'float32', shape: [null, promptTokens, null] },
    ],
    outputs: [{ name: 'out_sample', type: 'float32', shape: [null, latentPlanes, null, null] }],
  });
}

const picturePort = { name: 'sample', type: 'float32', shape: [null, 3, null, null] } as const;
const latentPort = {
  name: 'latent_sample',
  type: 'float32',
  shape: [null, latentPlanes, null, null],
} as const;

function requireEncoder(model: Model): void {
  requirePorts(model, { inputs: [picturePort], outputs: [latentPort] });
}

function requireDecoder(model: Model): void {
  requirePorts(model, { inputs: [latentPort], outputs: [picturePort] });
}

/** Where a file wants whole steps, a step between two is told as the nearest. */
function asTimestep({ inputs }: Model, timestep: number): Tensor {
  const wanted = inputs.find(({ name }) => name === 'timestep');
  const dims = wanted?.shape.length === 0 ? [] : [1];
  return wanted?.type === 'int64'
    ? new Tensor('int64', BigInt64Array.of(BigInt(Math.round(timestep))), dims)
    : new Tensor('float32', Float32Array.of(timestep), dims);
}

function asLongs(ids: Tensor): Tensor {
  return new Tensor('int64', BigInt64Array.from(ids.data as Int32Array, BigInt), ids.dims);
}

function rows(
  answer: Readonly<Record<string, Tensor>>,
  name: string,
  count: number,
): readonly Float32Array[] {
  const data = answer[name]?.data;
  if (!(data instanceof Float32Array))
    throw new EngineError('engine.model-unfit', `${name} did not come as float32.`);
  const length = data.length / count;
  return Array.from({ length: count }, (_, i) => data.slice(i * length, (i + 1) * length));
}

function flat(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function flatInts(parts: readonly Int32Array[]): Int32Array {
  return Int32Array.from(parts.flatMap((part) => [...part]));
}
