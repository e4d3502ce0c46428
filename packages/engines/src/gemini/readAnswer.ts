import { z } from 'zod';
import { serviceError } from '../services/serviceError.ts';
import type { GeminiModel } from './geminiModels.ts';

/** A picture as it came, what it cost and what the service says of itself. */
export type GeminiAnswer = {
  readonly bytes: Uint8Array;
  readonly usd: number;
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
  readonly modelVersion: string | null;
  readonly responseId: string | null;
};

/** Takes what `generateContent` answered; nothing of it is believed but what has the form it should have. */
export function readAnswer(answer: unknown, model: GeminiModel): GeminiAnswer {
  const read = answerSchema.safeParse(answer);
  if (!read.success)
    throw serviceError('engine.not-understood', 'Gemini’s answer has another form than it should.');
  const { promptFeedback, candidates, usageMetadata: usage, modelVersion, responseId } = read.data;
  const usd = usage ? costOf(usage, model) : model.usd;
  if (promptFeedback?.blockReason) {
    // The picture was never drawn; what was read of the question is all that is billed.
    const read = usage ? usd : 0;
    throw refused([promptFeedback.blockReason, promptFeedback.blockReasonMessage], read);
  }
  const [candidate] = candidates ?? [];
  const parts = candidate?.content?.parts ?? [];
  const drawn = parts.filter(({ inlineData, thought }) => inlineData && !thought).at(-1)?.inlineData;
  if (!drawn) {
    const said = parts
      .map(({ text }) => text ?? '')
      .join(' ')
      .trim();
    throw refused([candidate?.finishReason, candidate?.finishMessage, said], usage ? usd : 0);
  }
  return {
    bytes: Uint8Array.from(Buffer.from(drawn.data, 'base64')),
    usd,
    tokensIn: usage?.promptTokenCount ?? null,
    tokensOut: usage?.candidatesTokenCount ?? null,
    modelVersion: modelVersion ?? null,
    responseId: responseId ?? null,
  };
}

/** What Google's reasons mean; its client lets no more of them through. */
const meanings: Readonly<Record<string, string>> = {
  SAFETY: 'its safety filter stopped it',
  IMAGE_SAFETY: 'its safety filter held back the picture it drew',
  PROHIBITED_CONTENT: 'it counts the wish or the picture as prohibited',
  IMAGE_PROHIBITED_CONTENT: 'it counts the picture it drew as prohibited',
  BLOCKLIST: 'a word in the note is on its list',
  SPII: 'it saw personal data',
  RECITATION: 'what it drew is too close to somebody’s work',
  IMAGE_RECITATION: 'what it drew is too close to somebody’s work',
  NO_IMAGE: 'it drew nothing',
  MAX_TOKENS: 'it thought for longer than it was given',
};

function refused(reasons: readonly (string | undefined)[], usd: number) {
  const why = reasons
    .flatMap((reason) => (reason && reason !== 'STOP' ? [withMeaning(reason)] : []))
    .join(': ');
  return serviceError(
    'engine.refused',
    `Gemini declined to draw this${why ? `: ${why.slice(0, 400).replace(/\.$/, '')}` : ' and gave no reason'}.`,
    usd,
  );
}

function withMeaning(reason: string): string {
  const meaning = meanings[reason];
  return meaning ? `${meaning} (${reason})` : reason;
}

const count = z.number().min(0).max(1e9);
const details = z
  .array(z.object({ modality: z.string().optional(), tokenCount: count.optional() }))
  .optional();
const usageSchema = z.object({
  promptTokenCount: count.optional(),
  candidatesTokenCount: count.optional(),
  candidatesTokensDetails: details,
  thoughtsTokenCount: count.optional(),
});

/** What was drawn is dearer than what was written or thought; where the answer doesn't tell them apart, all is drawn. */
function costOf(usage: z.infer<typeof usageSchema>, { tokens, usd }: GeminiModel): number {
  if (!tokens || usage.promptTokenCount === undefined) return usd;
  const out = usage.candidatesTokenCount ?? 0;
  const drawn =
    usage.candidatesTokensDetails?.find(({ modality }) => modality === 'IMAGE')?.tokenCount ?? out;
  const written = Math.max(0, out - drawn) + (usage.thoughtsTokenCount ?? 0);
  return (usage.promptTokenCount * tokens.input + drawn * tokens.image + written * tokens.text) / 1e6;
}

const partSchema = z.object({
  text: z.string().optional(),
  thought: z.boolean().optional(),
  inlineData: z.object({ mimeType: z.string().optional(), data: z.string().min(1) }).optional(),
});
const answerSchema = z.object({
  candidates: z
    .array(
      z.object({
        content: z.object({ parts: z.array(partSchema).optional() }).optional(),
        finishReason: z.string().optional(),
        finishMessage: z.string().optional(),
      }),
    )
    .optional(),
  promptFeedback: z
    .object({ blockReason: z.string().optional(), blockReasonMessage: z.string().optional() })
    .optional(),
  usageMetadata: usageSchema.optional(),
  modelVersion: z.string().max(200).optional(),
  responseId: z.string().max(200).optional(),
});
