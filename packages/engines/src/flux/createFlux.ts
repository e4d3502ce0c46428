import { type EngineFacts, sha256Hex } from '@pinpaint/domain';
import { z } from 'zod';
import type { Engine, EngineCandidate, EngineRequest, ReportProgress } from '../engine.ts';
import { promptOf } from '../promptOf.ts';
import { type Canvas, makeCanvas } from '../services/canvas.ts';
import { type Clock, realClock } from '../services/clock.ts';
import { layAnswer } from '../services/layAnswer.ts';
import { openService, type Service, type ServiceLimits } from '../services/openService.ts';
import type { PictureCodec } from '../services/pictureCodec.ts';
import { runVariants } from '../services/runVariants.ts';
import { serviceError } from '../services/serviceError.ts';
import { mayHaveKey } from './mayHaveKey.ts';

export type FluxOptions = {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly usdPerRun: number;
  readonly limits?: Partial<ServiceLimits>;
  readonly codec: PictureCodec;
  readonly clock?: Clock;
};

const usualLimits: ServiceLimits = {
  timeoutMs: 60_000,
  maxBytes: 64_000_000,
  perMinute: 300,
  firstWaitMs: 2_000,
};
const mostPixels = 40_000_000;
const [pollMs, mostPolls] = [1_000, 240];
/** A credit of Black Forest Labs, early 2026: https://docs.bfl.ai/quick_start/pricing */
const usdPerCredit = 0.01;

/** FLUX.1 Fill [pro] by Black Forest Labs: one of the few services that take a mask. */
export function createFlux(options: FluxOptions): Engine {
  const { apiKey, usdPerRun, clock = realClock } = options;
  const limits = { ...usualLimits, ...options.limits };
  const tools: Tools = {
    ...options,
    clock,
    service: openService({ name: 'FLUX', key: apiKey, limits, clock }),
  };
  return {
    facts: {
      ...facts,
      usd: { perRun: usdPerRun, perMegapixel: 0 },
      rate: { service: 'bfl', callsPerMinute: limits.perMinute },
    },
    runsIn: 'elsewhere',
    run: (request, signal, progress) => run(tools, request, { signal, progress }),
  };
}

const facts: EngineFacts = {
  name: 'flux-fill',
  version: 'flux-pro-1.0-fill',
  kinds: ['remove', 'extend', 'replace', 'add'],
  nativeSizes: [],
  maxPixels: 2_000_000,
  seconds: { base: 8, perMegapixel: 6 },
  usd: { perRun: 0, perMegapixel: 0 },
};

type Tools = FluxOptions & { readonly clock: Clock; readonly service: Service };
type Run = { readonly signal: AbortSignal; readonly progress: ReportProgress };

async function run(
  tools: Tools,
  request: EngineRequest,
  { signal, progress }: Run,
): Promise<readonly EngineCandidate[]> {
  const canvas = makeCanvas(request, []);
  const [image, mask] = await Promise.all(
    [canvas.picture, canvas.mask].map(async (one) =>
      Buffer.from(await tools.codec.encodePng(one)).toString('base64'),
    ),
  );
  const prompt = promptOf(request);
  return runVariants(request, { signal, progress }, (seed) =>
    draw(tools, request, { canvas, signal, asked: { image, mask, prompt, seed, output_format: 'png' } }),
  );
}

type Drawing = {
  readonly canvas: Canvas;
  readonly signal: AbortSignal;
  readonly asked: { readonly prompt: string; readonly seed: number; readonly [name: string]: unknown };
};

async function draw(
  tools: Tools,
  request: EngineRequest,
  { canvas, signal, asked }: Drawing,
): Promise<EngineCandidate> {
  const { codec, usdPerRun } = tools;
  const task = await send(tools, asked, signal);
  const usd = task.cost === undefined ? usdPerRun : task.cost * usdPerCredit;
  const sample = await waitFor(tools, { ...task, usd }, signal);
  const returned = await codec.decode(await download(tools, sample, signal), mostPixels);
  if (!returned) throw serviceError('engine.not-understood', 'What FLUX sent is no picture.', usd);
  const laid = layAnswer({ name: 'FLUX', request, canvas, returned, usd });
  const { prompt, seed } = asked;
  const provenance = {
    service: 'bfl',
    model: facts.version,
    taskId: task.id,
    seed,
    promptDigest: sha256Hex(new TextEncoder().encode(prompt)),
    ...laid.provenance,
  };
  return { ...laid, seed, usd, provenance };
}

const taskSchema = z.object({
  id: z.string().max(200),
  polling_url: z.url(),
  /** In credits. */
  cost: z
    .number()
    .min(0)
    .max(100_000)
    .nullish()
    .transform((cost) => cost ?? undefined),
});
type Task = z.infer<typeof taskSchema>;

async function send({ service, baseUrl, apiKey }: Tools, asked: object, signal: AbortSignal): Promise<Task> {
  const headers = { 'content-type': 'application/json', 'x-key': apiKey };
  const init = { method: 'POST', headers, body: JSON.stringify(asked), signal };
  const answer = await service.fetch(`${baseUrl}/v1/${facts.version}`, init);
  const task = taskSchema.safeParse(await answer.json().catch(() => null));
  if (!task.success || !mayHaveKey(task.data.polling_url, baseUrl))
    throw serviceError('engine.not-understood', 'FLUX’s answer has another form than it should.');
  return task.data;
}

const statusSchema = z.object({
  status: z.string().max(100),
  result: z.object({ sample: z.url().optional() }).nullish(),
  details: z.record(z.string(), z.unknown()).nullish(),
});

/** @returns where the picture is */
async function waitFor(
  { service, apiKey, clock }: Tools,
  { polling_url, usd }: Task & { readonly usd: number },
  signal: AbortSignal,
): Promise<string> {
  for (let count = 0; count < mostPolls; count += 1) {
    const answer = await service.fetch(polling_url, { method: 'GET', headers: { 'x-key': apiKey }, signal });
    const read = statusSchema.safeParse(await answer.json().catch(() => null));
    if (!read.success) throw serviceError('engine.not-understood', 'FLUX does not say how far it is.', usd);
    const { status, result, details } = read.data;
    if (status === 'Ready' && result?.sample) return result.sample;
    if (status !== 'Pending' && status !== 'Queued' && status !== 'Processing')
      throw ended(status, details, usd);
    await clock.sleep(pollMs, signal);
  }
  throw serviceError(
    'engine.timed-out',
    `FLUX did not finish within ${(mostPolls * pollMs) / 60_000} minutes.`,
    usd,
  );
}

function ended(status: string, details: Readonly<Record<string, unknown>> | null | undefined, usd: number) {
  const reasons = details?.['Moderation Reasons'];
  const why = Array.isArray(reasons) ? `: ${reasons.join(', ').slice(0, 300)}` : '';
  if (/moderated/i.test(status))
    return serviceError('engine.refused', `FLUX declined to draw this. ${status}${why}.`, usd);
  return serviceError('engine.service-down', `FLUX ended with “${status}”.`, usd);
}

/** A signed address of somebody's storage: it gets no key. */
async function download({ service }: Tools, sample: string, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await service.fetch(sample, { method: 'GET', signal });
  return new Uint8Array(await answer.arrayBuffer());
}
