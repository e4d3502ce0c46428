import type { GeminiConfig, PricedModel, ServicesConfig } from '@pinpaint/config';
import {
  createGemini,
  type Engine,
  type GeminiModel,
  listPriceOf,
  type PictureCodec,
} from '@pinpaint/engines';

/** The hosted engines that an operator has set up; throws where nobody knows what one would cost. */
export function createServices({ gemini }: ServicesConfig): readonly Engine[] {
  return gemini ? geminiEngines(gemini) : [];
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
  throw new Error(
    `GEMINI_MODELS: nobody here knows what ${model} costs at ${imageSize}; write ${model}@${imageSize}=USD.`,
  );
}
