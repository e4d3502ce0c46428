import type { GeminiConfig, ReaderConfig, ServicesConfig, VeoConfig } from '@pinpaint/config';
import { createReader, createVeo, readingPriceOf } from '@pinpaint/engines';
import type { RenderDeps } from './renderDeps.ts';

/** What a renderer asks services for: only where an operator has set it up. */
export function openHosted({ gemini, reader, veo }: ServicesConfig): Pick<RenderDeps, 'reader' | 'films'> {
  return {
    reader: gemini && reader && openReader(gemini, reader),
    films: veo && openFilms(veo),
  };
}

function openReader(
  { apiKey, baseUrl }: GeminiConfig,
  { model, usd, isFixed, timeoutSeconds }: ReaderConfig,
) {
  const listed = isFixed ? null : readingPriceOf(model);
  const price = listed ?? { perReading: usd };
  return createReader({ apiKey, baseUrl, model, price, timeoutMs: timeoutSeconds * 1000 });
}

function openFilms({ apiKey, baseUrl, model, timeoutSeconds }: VeoConfig) {
  return createVeo({ apiKey, baseUrl, model, runLimitMs: timeoutSeconds * 1000 });
}
