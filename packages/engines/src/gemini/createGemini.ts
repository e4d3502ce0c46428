import type { GoogleGenAI, Part } from '@google/genai';
import { type DrawnShape, type EngineFacts, sha256Hex } from '@pinpaint/domain';
import {
  type Engine,
  type EngineCandidate,
  EngineError,
  type EngineRequest,
  type ReportProgress,
} from '../engine.ts';
import { type Canvas, eightBits, makeCanvas } from '../services/canvas.ts';
import type { Clock } from '../services/clock.ts';
import { instruct } from '../services/instruct.ts';
import { layAnswer } from '../services/layAnswer.ts';
import type { ServiceLimits } from '../services/openService.ts';
import type { PictureCodec } from '../services/pictureCodec.ts';
import { runVariants } from '../services/runVariants.ts';
import { serviceError } from '../services/serviceError.ts';
import { fitDrawn, instructWords } from './drawFromWords.ts';
import {
  type GeminiModel,
  hasOneSize,
  mostTokensOut,
  mostUsd,
  type Shape,
  shapesOf,
} from './geminiModels.ts';
import { type GeminiAccess, openGemini } from './openGemini.ts';
import { readAnswer } from './readAnswer.ts';

export type GeminiOptions = GeminiAccess & {
  readonly models: readonly GeminiModel[];
  readonly codec: PictureCodec;
  readonly limits?: Partial<ServiceLimits>;
  readonly clock?: Clock;
};

/** A picture of 4K is some 25 MB in base64; it draws for up to two minutes. */
const usualLimits: ServiceLimits = {
  timeoutMs: 180_000,
  maxBytes: 64_000_000,
  perMinute: 10,
  firstWaitMs: 2_000,
};
/** More than the largest size has; a bomb would have more. */
const mostPixels = 40_000_000;

/** Google's image models, one engine for each model and size; all of them share the key's rate and its failures. */
export function createGemini({ models, ...options }: GeminiOptions): readonly Engine[] {
  const limits = { ...usualLimits, ...options.limits };
  const { client } = openGemini({ ...options, name: 'Gemini', limits });
  return models.map((model) => ({
    facts: factsOf(model, limits.perMinute),
    runsIn: 'elsewhere',
    run: (request, signal, progress) =>
      run({ client, model, codec: options.codec }, request, { signal, progress }),
  }));
}

function factsOf(model: GeminiModel, callsPerMinute: number): EngineFacts {
  const shapes = shapesOf(model);
  const suffix = model.imageSize === '1K' ? '' : `-${model.imageSize.toLowerCase()}`;
  return {
    name: `${model.model}${suffix}`,
    version: '1',
    kinds: ['remove', 'recolour', 'relight', 'match', 'extend', 'replace', 'add'],
    nativeSizes: shapes.map(({ width, height }) => ({ width, height })),
    maxPixels: Math.max(...shapes.map(({ width, height }) => width * height)),
    seconds: { base: 12, perMegapixel: 4 },
    usd: { perRun: mostUsd(model), perMegapixel: 0 },
    draws: shapes,
    rate: { service: 'gemini', callsPerMinute },
  };
}

type Tools = { readonly client: GoogleGenAI; readonly model: GeminiModel; readonly codec: PictureCodec };
type Run = { readonly signal: AbortSignal; readonly progress: ReportProgress };

async function run(
  tools: Tools,
  request: EngineRequest,
  { signal, progress }: Run,
): Promise<readonly EngineCandidate[]> {
  const shapes = shapesOf(tools.model);
  const { draws } = request;
  if (draws)
    return runVariants(request, { signal, progress }, (seed) =>
      drawNew(tools, request.note, { draws, seed, signal }),
    );
  const canvas = makeCanvas(request, shapes);
  const asked: Asked = {
    canvas,
    shape: nearestShape(canvas, shapes),
    prompt: instruct(request, { ...canvas.picture, at: canvas.at }),
    pictures: await picturesOf(tools.codec, canvas, request),
  };
  return runVariants(request, { signal, progress }, (seed) =>
    draw(tools, request, { ...asked, seed, signal }),
  );
}

type Asked = {
  readonly canvas: Canvas;
  readonly shape: Shape;
  readonly prompt: string;
  readonly pictures: readonly Part[];
};

function nearestShape({ picture }: Canvas, shapes: readonly Shape[]): Shape {
  const apart = ({ width, height }: Shape) =>
    Math.abs(Math.log((width / height) * (picture.height / picture.width)));
  return shapes.reduce((best, shape) => (apart(shape) < apart(best) ? shape : best));
}

async function picturesOf(
  codec: PictureCodec,
  { picture, mask }: Canvas,
  { reference }: EngineRequest,
): Promise<readonly Part[]> {
  const shown = reference ? [eightBits(reference.crop)] : [];
  const files = await Promise.all([picture, mask, ...shown].map((one) => codec.encodePng(one)));
  return files.map((file) => ({
    inlineData: { mimeType: 'image/png', data: Buffer.from(file).toString('base64') },
  }));
}

type FromWords = { readonly draws: DrawnShape; readonly seed: number; readonly signal: AbortSignal };

async function drawNew(
  tools: Tools,
  words: string,
  { draws, seed, signal }: FromWords,
): Promise<EngineCandidate> {
  const prompt = instructWords(words, draws);
  const parts = [{ text: prompt }];
  const { returned, usd, provenance } = await ask(tools, {
    aspect: draws.aspect,
    parts,
    prompt,
    seed,
    signal,
  });
  const patch = fitDrawn(returned, draws);
  const usedAlpha = new Uint8Array(draws.width * draws.height).fill(255);
  const size = { returnedWidth: returned.width, returnedHeight: returned.height };
  return { patch, usedAlpha, seed, figures: {}, usd, provenance: { ...provenance, ...size } };
}

async function draw(
  tools: Tools,
  request: EngineRequest,
  {
    canvas,
    shape,
    prompt,
    pictures,
    seed,
    signal,
  }: Asked & { readonly seed: number; readonly signal: AbortSignal },
): Promise<EngineCandidate> {
  const parts = [{ text: prompt }, ...pictures];
  const asked = { aspect: shape.aspect, parts, prompt, seed, signal };
  const { returned, usd, provenance } = await ask(tools, asked);
  const laid = layAnswer({ name: 'Gemini', request, canvas, returned, usd });
  return { ...laid, seed, usd, provenance: { ...provenance, ...laid.provenance } };
}

type Asking = {
  readonly aspect: string;
  readonly parts: readonly Part[];
  readonly prompt: string;
  readonly seed: number;
  readonly signal: AbortSignal;
};

/** One call: the picture that comes back, what it has cost and what the service says of it. */
async function ask({ client, model, codec }: Tools, { aspect, parts, prompt, seed, signal }: Asking) {
  const imageConfig = {
    aspectRatio: aspect,
    ...(!hasOneSize(model.model) && { imageSize: model.imageSize }),
  };
  const maxOutputTokens = mostTokensOut(model);
  const answer = await client.models
    .generateContent({
      model: model.model,
      contents: [{ role: 'user', parts: [...parts] }],
      config: {
        responseModalities: ['TEXT', 'IMAGE'],
        imageConfig,
        seed,
        abortSignal: signal,
        ...(maxOutputTokens && { maxOutputTokens }),
      },
    })
    .catch((thrown: unknown) => {
      signal.throwIfAborted();
      if (thrown instanceof EngineError) throw thrown;
      // The client's own words may hold what was sent.
      throw serviceError('engine.not-understood', 'Gemini’s answer could not be read.');
    });
  const { bytes, usd, ...said } = readAnswer(answer, model);
  const returned = await codec.decode(bytes, mostPixels);
  if (!returned) throw serviceError('engine.not-understood', 'What Gemini sent is no picture.', usd);
  const provenance = {
    service: 'gemini',
    model: model.model,
    ...imageConfig,
    seed,
    promptDigest: sha256Hex(new TextEncoder().encode(prompt)),
    ...said,
  };
  return { returned, usd, provenance };
}
