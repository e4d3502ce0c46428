import type { PixelSize } from '@pinpaint/domain';

/** USD a million tokens. */
type TokenPrices = { readonly input: number; readonly text: number; readonly image: number };

export type GeminiModel = {
  /** As the service calls it. */
  readonly model: string;
  readonly imageSize: ImageSize;
  /** The price of a picture, and what it counts as when the answer doesn't say. */
  readonly usd: number;
  /** null: `usd` is what a picture costs, whatever the answer says. */
  readonly tokens: TokenPrices | null;
};

export const imageSizes = ['1K', '2K', '4K'] as const;
export type ImageSize = (typeof imageSizes)[number];

export type Shape = PixelSize & { readonly aspect: string };

/** What its pictures measure at 1K: https://ai.google.dev/gemini-api/docs/image-generation, early 2026. */
const shapes25: readonly Shape[] = [
  { aspect: '1:1', width: 1024, height: 1024 },
  { aspect: '2:3', width: 832, height: 1248 },
  { aspect: '3:2', width: 1248, height: 832 },
  { aspect: '3:4', width: 864, height: 1184 },
  { aspect: '4:3', width: 1184, height: 864 },
  { aspect: '4:5', width: 896, height: 1152 },
  { aspect: '5:4', width: 1152, height: 896 },
  { aspect: '9:16', width: 768, height: 1344 },
  { aspect: '16:9', width: 1344, height: 768 },
  { aspect: '21:9', width: 1536, height: 672 },
];
const shapes3: readonly Shape[] = [
  { aspect: '1:1', width: 1024, height: 1024 },
  { aspect: '2:3', width: 848, height: 1264 },
  { aspect: '3:2', width: 1264, height: 848 },
  { aspect: '3:4', width: 896, height: 1200 },
  { aspect: '4:3', width: 1200, height: 896 },
  { aspect: '4:5', width: 928, height: 1152 },
  { aspect: '5:4', width: 1152, height: 928 },
  { aspect: '9:16', width: 768, height: 1376 },
  { aspect: '16:9', width: 1376, height: 768 },
  { aspect: '21:9', width: 1584, height: 672 },
];

/** The first Nano Banana draws at 1K only, and is not asked for a size. */
export function hasOneSize(model: string): boolean {
  return model.startsWith('gemini-2.5-');
}

/** The sizes that a model draws in. */
export function shapesOf({ model, imageSize }: Pick<GeminiModel, 'model' | 'imageSize'>): readonly Shape[] {
  if (hasOneSize(model)) return shapes25;
  const times = 2 ** imageSizes.indexOf(imageSize);
  return shapes3.map(({ aspect, width, height }) => ({
    aspect,
    width: width * times,
    height: height * times,
  }));
}

type ListPrice = { readonly usd: Partial<Record<ImageSize, number>>; readonly tokens: TokenPrices };

/** List prices as seen in early 2026: https://ai.google.dev/gemini-api/docs/pricing */
const listPrices: Readonly<Record<string, ListPrice>> = {
  'gemini-2.5-flash-image': { usd: { '1K': 0.039 }, tokens: { input: 0.3, text: 2.5, image: 30 } },
  'gemini-3.1-flash-image': {
    usd: { '1K': 0.067, '2K': 0.101, '4K': 0.151 },
    tokens: { input: 0.5, text: 3, image: 60 },
  },
  'gemini-3-pro-image': {
    usd: { '1K': 0.134, '2K': 0.134, '4K': 0.24 },
    tokens: { input: 2, text: 12, image: 120 },
  },
};

/** What a model may write or think besides its picture; the first Nano Banana does not think. */
function spareTokens(model: string): number {
  return hasOneSize(model) ? 1024 : 4096;
}

/** More than the prompt and three pictures are read as. */
const mostTokensIn = 6000;

/**
 * The most that one call may answer with, so that what it thinks has an end; null: its picture has one price, whatever
 * it thinks.
 */
export function mostTokensOut({ model, usd, tokens }: GeminiModel): number | null {
  return tokens && pictureTokens(usd, tokens) + spareTokens(model);
}

/** What one call comes to at most, in USD, up to a tenth of a cent: limits are held against it before it is made. */
export function mostUsd({ model, usd, tokens }: GeminiModel): number {
  if (!tokens) return usd;
  const drawn = pictureTokens(usd, tokens) * tokens.image;
  const most = (drawn + spareTokens(model) * tokens.text + mostTokensIn * tokens.input) / 1e6;
  return Math.ceil(most * 1000) / 1000;
}

/** Price lists round what they come to. */
function pictureTokens(usd: number, { image }: TokenPrices): number {
  return Math.ceil((usd * 1e6) / image / 10) * 10;
}

/** null: nobody here knows what it costs. */
export function listPriceOf(model: string, size: ImageSize): Pick<GeminiModel, 'usd' | 'tokens'> | null {
  const listed = listPrices[model.replace(/-preview$/, '')];
  const usd = listed?.usd[size];
  return listed && usd !== undefined ? { usd, tokens: listed.tokens } : null;
}
