import { readFile } from 'node:fs/promises';
import type { PixelSize } from '@pinpaint/domain';
import { encodePatch } from '../wire/encodePatch.ts';
import type { AnsweredProvenance } from './parcel/engineParcels.ts';
import { type AnswerError, readAnswer } from './parcel/readAnswer.ts';

export type DrawnWish = { readonly answerPath: string; readonly size: PixelSize };

type Drawn = {
  readonly png: Uint8Array;
  readonly provenance: AnsweredProvenance | null;
};

/** A picture that an engine drew from words, as a file; nothing of the answer is believed but its pixels. */
export async function readDrawn({
  answerPath,
  size,
}: DrawnWish): Promise<Drawn | { readonly refused: AnswerError['code'] }> {
  const answer = readAnswer(await readFile(answerPath), { size, depth: 8, variants: 1 });
  if (!answer.ok) return { refused: answer.error.code };
  const [drawn] = answer.value;
  if (!drawn) return { refused: 'answer.no-candidates' };
  const png = await encodePatch({ ...drawn.patch, channels: 3 });
  return { png, provenance: drawn.provenance ?? null };
}
