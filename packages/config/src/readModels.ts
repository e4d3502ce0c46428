import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { err, ok, type Result } from '@pinpaint/domain';
import { z } from 'zod';
import type { ConfigError } from './readConfig.ts';

const path = z.string().refine(isAbsolute, 'must be an absolute path');
const sidePx = z.int().min(64).max(4096).multipleOf(8);
const name = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/, 'must have 1 to 40 of a–z, 0–9, “.” and “-”');

/** Stands in the provenance of what the model makes. */
const licence = z.string().max(200).optional();

const modelSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fill'),
    /** LaMa or MI-GAN as ONNX; its graph says which. */
    path,
    name: name.default('onnx-fill'),
    /** The square that it was made for; null: any size. */
    sidePx: sidePx.nullable().default(512),
    licence,
  }),
  z.strictObject({
    kind: z.literal('diffusion'),
    /** A Stable Diffusion inpainting folder as ONNX. */
    path,
    name: name.default('onnx-diffusion'),
    sidePx: sidePx.default(512),
    sampler: z.enum(['ddim', 'euler', 'euler-a', 'dpmpp-2m', 'lcm']).default('dpmpp-2m'),
    steps: z.int().min(1).max(150).default(25),
    guidance: z.number().min(0).max(30).default(7.5),
    licence,
  }),
  z.strictObject({
    kind: z.literal('segment'),
    /** A folder with an encoder and a decoder of MobileSAM or SAM 2 as ONNX. */
    path,
    name: name.default('onnx-segment'),
  }),
]);

const modelsSchema = z.strictObject({
  /** What opened models may take together before the one used longest ago is closed. */
  memoryMb: z.int().min(64).max(1_000_000).default(6000),
  models: z.array(modelSchema).max(12),
});

export type ModelConfig = z.infer<typeof modelSchema>;
export type ModelsConfig = z.infer<typeof modelsSchema>;

/** What an engine of the program itself is called. */
const builtIn: ReadonlySet<string> = new Set(['heal', 'grade', 'place']);

/** What answers selections on this machine. */
export type SegmentConfig = Extract<ModelConfig, { kind: 'segment' }>;

export const noModels: ModelsConfig = { memoryMb: 6000, models: [] };

/** The models that an operator has put on this machine, from the file that MODELS names; docs/models.md says how. */
export function readModels(file: string): Result<ModelsConfig, ConfigError> {
  let said: unknown;
  try {
    said = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return wrong(`${file} can't be read as JSON.`);
  }
  const parsed = modelsSchema.safeParse(said);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return wrong(`${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is wrong'}.`);
  }
  const names = parsed.data.models.map((model) => model.name);
  const twice = names.find((one, at) => names.indexOf(one) !== at);
  if (twice) return wrong(`${file}: two models are called ${twice}; give one of them a name.`);
  const segmenters = parsed.data.models.filter(({ kind }) => kind === 'segment');
  if (segmenters.length > 1) return wrong(`${file}: a worker has one model of the kind segment at most.`);
  const taken = names.find((one) => builtIn.has(one));
  return taken ? wrong(`${file}: ${taken} is built in; give the model another name.`) : ok(parsed.data);
}

function wrong(says: string): Result<never, ConfigError> {
  return err({ code: 'config.wrong-value', name: 'MODELS', says });
}
