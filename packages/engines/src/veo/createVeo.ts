import { GenerateVideosOperation } from '@google/genai';
import { z } from 'zod';
import { EngineError, type Provenance } from '../engine.ts';
import { type GeminiAccess, openGemini } from '../gemini/openGemini.ts';
import { type Clock, realClock } from '../services/clock.ts';
import { serviceError } from '../services/serviceError.ts';

export type VeoOptions = GeminiAccess & {
  readonly model: string;
  /** From asking for a film to its being there. */
  readonly runLimitMs: number;
  readonly clock?: Clock;
};

type FilmWish = {
  readonly prompt: string;
  readonly seconds: 4 | 6 | 8;
  readonly isPortrait: boolean;
  /** A JPEG. */
  readonly picture: Uint8Array;
};

export type Film = { readonly bytes: Uint8Array; readonly provenance: Provenance };

type Run = { readonly signal: AbortSignal; readonly progress: (fraction: number) => void };

/** Two calls, so that whoever keeps the name between them never pays for a film twice. */
export type FilmMaker = {
  /** Asks for a film; from here on it is billed. Rejects with an EngineError. @returns the operation's name */
  begin(wish: FilmWish, signal: AbortSignal): Promise<string>;
  /** Waits for it; asking again costs nothing. */
  finish(operation: string, run: Run): Promise<Film>;
};

/** Eight seconds of 1080p are some 20 MB, a third more in base64. */
const callLimits = { timeoutMs: 120_000, maxBytes: 120_000_000, perMinute: 1_000, firstWaitMs: 2_000 };
const pollMs = 10_000;
/** One takes from half a minute to some minutes; it says nothing of how far it is. */
const expectedMs = 120_000;
const waitedShare = 0.9;

/** Google's Veo, on its Agent Platform: a film that begins with a picture, or rather with what the model makes of it. */
export function createVeo({ model, runLimitMs, clock = realClock, ...access }: VeoOptions): FilmMaker {
  const { client } = openGemini({ ...access, name: 'Veo', on: 'agent-platform', limits: callLimits, clock });
  return {
    async begin({ prompt, seconds, isPortrait, picture }, signal) {
      const image = { imageBytes: Buffer.from(picture).toString('base64'), mimeType: 'image/jpeg' };
      const config = {
        numberOfVideos: 1,
        durationSeconds: seconds,
        aspectRatio: isPortrait ? '9:16' : '16:9',
        resolution: '1080p',
        generateAudio: false,
        abortSignal: signal,
      };
      const answer = await client.models
        .generateVideos({ model, source: { prompt, image }, config })
        .catch(asServiceError(signal));
      const begun = operationSchema.safeParse(answer);
      if (!begun.success || !begun.data.name)
        throw serviceError('engine.not-understood', 'Veo’s answer names no operation.');
      return begun.data.name;
    },
    async finish(operation, { signal, progress }) {
      const since = clock.now();
      for (;;) {
        const seen = await look(operation, signal);
        if (seen?.error) throw failedOf(seen.error.message);
        if (seen?.done) return filmIn(seen.response, { model, operation });
        const waitedMs = clock.now() - since;
        if (waitedMs > runLimitMs)
          throw serviceError('engine.timed-out', `Veo did not finish within ${runLimitMs / 60_000} minutes.`);
        progress(waitedShare * (1 - Math.exp(-waitedMs / expectedMs)));
        await clock.sleep(pollMs, signal);
      }
    },
  };

  /** null: it could not be asked just now; the film is made all the same. */
  async function look(name: string, signal: AbortSignal) {
    try {
      const operation = Object.assign(new GenerateVideosOperation(), { name });
      const answer = await client.operations.getVideosOperation({ operation }).catch(asServiceError(signal));
      const read = operationSchema.safeParse(answer);
      if (read.success) return read.data;
      throw serviceError('engine.not-understood', 'Veo does not say how far it is.');
    } catch (error) {
      if (error instanceof EngineError && passing.has(error.code)) return null;
      throw error;
    }
  }
}

const passing: ReadonlySet<string> = new Set([
  'engine.service-down',
  'engine.timed-out',
  'engine.rate-limited',
]);

function asServiceError(signal: AbortSignal) {
  return (thrown: unknown): never => {
    signal.throwIfAborted();
    if (thrown instanceof EngineError) throw thrown;
    // The client's own words may hold what was sent.
    throw serviceError('engine.not-understood', 'Veo’s answer could not be read.');
  };
}

function filmIn(response: z.infer<typeof responseSchema> | undefined, facts: Provenance): Film {
  const encoded = response?.generatedVideos?.[0]?.video?.videoBytes;
  if (!encoded) throw refusedOf(response?.raiMediaFilteredReasons ?? []);
  const bytes = Uint8Array.from(Buffer.from(encoded, 'base64'));
  if (!isMp4(bytes)) throw serviceError('engine.not-understood', 'What Veo sent is no film.');
  return { bytes, provenance: { service: 'veo', ...facts } };
}

/** What its filter stops is not billed: https://ai.google.dev/gemini-api/docs/video */
function refusedOf(reasons: readonly string[]): EngineError {
  const why = reasons.join(' ').slice(0, 300);
  return serviceError('engine.refused', `Veo declined to make this film${why ? `: ${why}` : '.'}`, 0);
}

function failedOf(message: string | undefined): EngineError {
  const why = (message ?? 'no reason given').slice(0, 300);
  return serviceError('engine.service-down', `Veo ended without a film: ${why}`, 0);
}

/** `ftyp` stands at the beginning of every one. */
function isMp4(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(4, 8)).toString('latin1') === 'ftyp';
}

const responseSchema = z.object({
  generatedVideos: z
    .array(z.object({ video: z.object({ videoBytes: z.string().optional() }).optional() }))
    .optional(),
  raiMediaFilteredReasons: z.array(z.string().max(2_000)).optional(),
});
const operationSchema = z.object({
  name: z.string().max(500).optional(),
  done: z.boolean().optional(),
  error: z.looseObject({ message: z.string().optional() }).optional(),
  response: responseSchema.optional(),
});
