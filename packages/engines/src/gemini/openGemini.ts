import { GoogleGenAI } from '@google/genai';
import type { Clock } from '../services/clock.ts';
import { openService, type ServiceLimits } from '../services/openService.ts';

export type GeminiAccess = {
  readonly apiKey: string;
  /** null: Google's own. */
  readonly baseUrl: string | null;
};

type Opening = GeminiAccess & {
  readonly name: string;
  /** Which of Google's two: they take different keys, and films are made on the latter alone. */
  readonly on?: 'gemini-api' | 'agent-platform';
  readonly limits: ServiceLimits;
  readonly clock?: Clock | undefined;
};

/** Google's own client over calls that are bounded, counted and asked again only where nothing can have begun. */
export function openGemini({ apiKey, baseUrl, name, on = 'gemini-api', limits, clock }: Opening) {
  const service = openService({ name, key: apiKey, limits, ...(clock && { clock }) });
  const client = new GoogleGenAI({
    apiKey,
    vertexai: on === 'agent-platform',
    httpOptions: {
      // The ones whose documentation has these models.
      apiVersion: on === 'agent-platform' ? 'v1beta1' : 'v1beta',
      fetch: (input, init) => service.fetch(input, init),
      ...(baseUrl && { baseUrl }),
    },
  });
  return { client };
}
