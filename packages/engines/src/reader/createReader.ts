import { randomBytes } from 'node:crypto';
import type { Intent } from '@pinpaint/domain';
import { z } from 'zod';
import { EngineError } from '../engine.ts';
import { type GeminiAccess, openGemini } from '../gemini/openGemini.ts';
import { serviceError } from '../services/serviceError.ts';
import { noteToRead, readerInstruction } from './instructReader.ts';
import { readingJsonSchema, readingSchema } from './readingSchema.ts';

export type ReaderOptions = GeminiAccess & {
  readonly model: string;
  readonly price: ReadingPrice;
  readonly timeoutMs: number;
};

/** USD a million tokens, or for a reading whatever its length. */
export type ReadingPrice =
  | { readonly perReading: number }
  | { readonly input: number; readonly output: number };

/** `usd` undefined: the answer doesn't say. */
type ModelRead = { readonly intent: Intent; readonly usd: number | undefined };

export type NoteReader = {
  /** Rejects with an EngineError where it can't say; nothing of what it answers is believed but what fits the schema. */
  read(note: string, signal: AbortSignal): Promise<ModelRead>;
};

/** A reading is some two hundred tokens. */
const mostTokens = 1024;
const limits = { maxBytes: 1_000_000, perMinute: 10_000, firstWaitMs: 500 };

/** Early 2026: https://ai.google.dev/gemini-api/docs/pricing */
const listPrices: Readonly<Record<string, ReadingPrice>> = {
  'gemini-2.5-flash': { input: 0.3, output: 2.5 },
  'gemini-2.5-flash-lite': { input: 0.1, output: 0.4 },
  'gemini-2.5-pro': { input: 1.25, output: 10 },
};

/** null: nobody here knows what it costs. */
export function readingPriceOf(model: string): ReadingPrice | null {
  return listPrices[model] ?? null;
}

/** A model that reads notes, over the words' own reader, which stays for whenever this one fails. */
export function createReader({ model, price, timeoutMs, ...access }: ReaderOptions): NoteReader {
  const { client } = openGemini({ ...access, name: 'The reader', limits: { ...limits, timeoutMs } });
  return {
    async read(note, signal) {
      const mark = `--${randomBytes(9).toString('hex')}--`;
      const answer = await client.models
        .generateContent({
          model,
          contents: [{ role: 'user', parts: [{ text: noteToRead(note, mark) }] }],
          config: {
            systemInstruction: readerInstruction,
            responseMimeType: 'application/json',
            responseJsonSchema: readingJsonSchema,
            temperature: 0,
            maxOutputTokens: mostTokens,
            // Those of 2.5 think unless they are told not to, and thoughts count as tokens.
            ...(/^gemini-2\.5-flash/.test(model) && { thinkingConfig: { thinkingBudget: 0 } }),
            abortSignal: signal,
          },
        })
        .catch((thrown: unknown) => {
          signal.throwIfAborted();
          if (thrown instanceof EngineError) throw thrown;
          throw serviceError('engine.not-understood', 'The reader’s answer could not be read.');
        });
      return readReading(answer, price);
    },
  };
}

function readReading(answer: unknown, price: ReadingPrice): ModelRead {
  const read = answerSchema.safeParse(answer);
  if (!read.success) throw serviceError('engine.not-understood', 'The reader’s answer has another form.');
  const { candidates = [], promptFeedback, usageMetadata: usage } = read.data;
  const usd = costOf(price, usage);
  if (promptFeedback?.blockReason)
    throw serviceError('engine.refused', 'The reader declined to read this note.', usd);
  const text = (candidates[0]?.content?.parts ?? []).flatMap((part) =>
    part.thought ? [] : [part.text ?? ''],
  );
  const reading = readingSchema.safeParse(jsonIn(text.join('')));
  if (!reading.success)
    throw serviceError('engine.not-understood', 'What the reader says is no reading.', usd);
  return { intent: reading.data, usd };
}

function costOf(price: ReadingPrice, usage: z.infer<typeof usageSchema> | undefined): number | undefined {
  if ('perReading' in price) return price.perReading;
  if (usage?.promptTokenCount === undefined) return undefined;
  const out = (usage.candidatesTokenCount ?? 0) + (usage.thoughtsTokenCount ?? 0);
  return (usage.promptTokenCount * price.input + out * price.output) / 1e6;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const count = z.number().min(0).max(1e9);
const usageSchema = z.object({
  promptTokenCount: count.optional(),
  candidatesTokenCount: count.optional(),
  thoughtsTokenCount: count.optional(),
});
const partSchema = z.object({ text: z.string().max(100_000).optional(), thought: z.boolean().optional() });
const answerSchema = z.object({
  candidates: z
    .array(z.object({ content: z.object({ parts: z.array(partSchema).optional() }).optional() }))
    .optional(),
  promptFeedback: z.object({ blockReason: z.string().optional() }).optional(),
  usageMetadata: usageSchema.optional(),
});
