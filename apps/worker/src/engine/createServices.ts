import { readFileSync } from 'node:fs';
import type { ComfyuiConfig, GeminiConfig, PricedModel, ServicesConfig } from '@pinpaint/config';
import {
  createComfyui,
  createFlux,
  createGemini,
  type Engine,
  type GeminiModel,
  listPriceOf,
  type PictureCodec,
  readWorkflow,
} from '@pinpaint/engines';

/** What an operator has set up can't be used; the message is one line that names the variable. */
export class ServiceSetupError extends Error {}

/** The hosted engines that an operator has set up. */
export function createServices({ gemini, comfyui, flux }: ServicesConfig): readonly Engine[] {
  return [
    ...(gemini ? geminiEngines(gemini) : []),
    ...(flux ? [createFlux({ ...flux, codec })] : []),
    ...(comfyui ? comfyuiEngines(comfyui) : []),
  ];
}

/** Loaded with the first picture: a worker without services needs no image library. */
const codec: PictureCodec = {
  encodePng: async (picture) => (await import('@pinpaint/pictures')).encodePatch(picture),
  decode: async (bytes, maxPixels) => (await import('@pinpaint/pictures')).decodeWebPicture(bytes, maxPixels),
};

function geminiEngines({ apiKey, baseUrl, models, callsPerMinute, timeoutSeconds }: GeminiConfig) {
  const limits = { perMinute: callsPerMinute, timeoutMs: timeoutSeconds * 1000 };
  return createGemini({ apiKey, baseUrl, models: models.map(priced), codec, limits });
}

function priced({ model, imageSize, usd }: PricedModel): GeminiModel {
  const listed = listPriceOf(model, imageSize);
  if (usd !== null) return { model, imageSize, usd, tokens: null };
  if (listed) return { model, imageSize, ...listed };
  throw new ServiceSetupError(
    `GEMINI_MODELS: nobody here knows what ${model} costs at ${imageSize}; write ${model}@${imageSize}=USD.`,
  );
}

function comfyuiEngines({ url, token, workflows, usdPerRun, ...limits }: ComfyuiConfig): readonly Engine[] {
  return workflows.map(({ name, path }) =>
    createComfyui({
      name,
      url,
      key: token,
      workflow: workflowIn(path),
      usdPerRun,
      maxPixels: limits.maxMegapixels * 1_000_000,
      runLimitMs: limits.timeoutSeconds * 1000,
      codec,
    }),
  );
}

function workflowIn(path: string) {
  const workflow = readWorkflow(jsonIn(path));
  if (typeof workflow === 'string') throw new ServiceSetupError(`COMFYUI_WORKFLOWS: ${path}: ${workflow}`);
  return workflow;
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new ServiceSetupError(`COMFYUI_WORKFLOWS: ${path} can’t be read as JSON.`);
  }
}
