import { basename, join } from 'node:path';
import type { EngineFacts } from '@pinpaint/domain';
import type { Engine } from '../engine.ts';
import type { ModelShelf } from '../onnx/ModelShelf.ts';
import { weightsProvenance } from '../onnx/weightsProvenance.ts';
import { promptOf } from '../promptOf.ts';
import { readClipTokenizer, type TokenizePrompt } from './clipTokenizer.ts';
import { type Inpainting, inpaint } from './inpaint.ts';
import { checkNetworks, networkFiles, openNetworks } from './openNetworks.ts';
import { readNoiseConfig } from './readNoiseConfig.ts';
import { type SamplerName, samplers } from './samplers/samplers.ts';

export type DiffusionModel = {
  /** What it announces. */
  readonly name: string;
  /** A Stable Diffusion inpainting folder. */
  readonly path: string;
  readonly sampler: SamplerName;
  readonly steps: number;
  readonly guidance: number;
  /** The length of a side it was taught with: 512 or 768. */
  readonly sidePx: number;
  /** As the operator states it. */
  readonly licence?: string | undefined;
};

/** Of Stable Diffusion 1 and 2. */
const latentScale = 0.18215;
/** One step of a UNet of its size for a megapixel, on two cores; measured on a worker it replaces this. */
const secondsPerStepAndMegapixel = 8;

export function createDiffusion(model: DiffusionModel, shelf: ModelShelf): Engine {
  const facts: EngineFacts = {
    name: model.name,
    version: `${basename(model.path).slice(0, 40)} ${model.sampler} ${model.steps}`,
    kinds: ['replace', 'add', 'remove', 'extend'],
    nativeSizes: nativeSizes(model.sidePx),
    maxPixels: 2 * model.sidePx ** 2,
    seconds: { base: 2, perMegapixel: secondsPerStepAndMegapixel * model.steps },
    usd: { perRun: 0, perMegapixel: 0 },
  };
  const { sampler, steps, guidance } = model;
  const settings = { sampler, steps, guidance };
  let reading: Promise<Inpainting> | null = null;
  const read = async (): Promise<Inpainting> => {
    const [tokenize, noise]: [TokenizePrompt, Inpainting['noise']] = await Promise.all([
      readClipTokenizer(join(model.path, 'tokenizer')),
      readNoiseConfig(join(model.path, 'scheduler', 'scheduler_config.json')),
    ]);
    const networks = openNetworks(model.path, shelf);
    return { ...model, networks, tokenize, noise, sampler: samplers[model.sampler], latentScale };
  };
  const ready = (): Promise<Inpainting> => {
    reading ??= read();
    return reading.catch((error: unknown) => {
      reading = null;
      throw error;
    });
  };
  return {
    facts,
    runsIn: 'process',
    async check() {
      await ready();
      await checkNetworks(model.path, shelf);
    },
    async run(request, signal, report) {
      signal.throwIfAborted();
      const inpainting = await ready();
      const prompt = promptOf(request);
      const candidates = await inpaint(inpainting, { ...request, prompt }, signal, report);
      const provenance = { ...(await weightsOf(model, shelf)), prompt, ...settings };
      return candidates.map((candidate) => ({ ...candidate, provenance }));
    },
  };
}

function weightsOf(model: DiffusionModel, shelf: ModelShelf) {
  const { unet, text, encoder, decoder } = networkFiles(model.path);
  return weightsProvenance(model, [unet, text, encoder, decoder], shelf);
}

function nativeSizes(sidePx: number) {
  const wide = Math.round((sidePx * 1.5) / 64) * 64;
  return [
    { width: sidePx, height: sidePx },
    { width: wide, height: sidePx },
    { width: sidePx, height: wide },
  ];
}
