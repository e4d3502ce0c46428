import { err, ok, type Result } from '@pinpaint/domain';
import { z } from 'zod';
import { type AnsweredCandidate, type AnswerShape, rgbFromBytes } from './engineParcels.ts';
import { decodeParcel } from './parcel.ts';

export type AnswerError = {
  readonly code:
    | 'answer.malformed'
    | 'answer.no-candidates'
    | 'answer.too-many-candidates'
    /** Figures that are no numbers, or too many of them; a seed that is none; a provenance of another form. */
    | 'answer.wrong-figures'
    /** A patch or an alpha of another size or depth than the crop. */
    | 'answer.wrong-size';
};

/** What an engine worker sent, believed in nothing: it may not even be its own. */
export function readAnswer(
  bytes: Uint8Array,
  shape: AnswerShape,
): Result<readonly AnsweredCandidate[], AnswerError> {
  const parcel = decodeParcel(bytes);
  if (!parcel.ok) return err({ code: 'answer.malformed' });
  const list = listSchema.safeParse(parcel.value.meta);
  if (!list.success) return err({ code: 'answer.malformed' });
  if (list.data.candidates.length === 0) return err({ code: 'answer.no-candidates' });
  if (list.data.candidates.length > shape.variants) return err({ code: 'answer.too-many-candidates' });
  const meta = z.array(candidateSchema).safeParse(list.data.candidates);
  if (!meta.success) return err({ code: 'answer.wrong-figures' });
  const pixels = shape.size.width * shape.size.height;
  const candidates: AnsweredCandidate[] = [];
  for (const [i, { seed, figures, provenance }] of meta.data.entries()) {
    const patch = parcel.value.parts.get(`patch${i}`);
    const usedAlpha = parcel.value.parts.get(`alpha${i}`);
    if (patch?.byteLength !== (pixels * 3 * shape.depth) / 8 || usedAlpha?.byteLength !== pixels) {
      return err({ code: 'answer.wrong-size' });
    }
    candidates.push({ patch: rgbFromBytes(patch, shape), usedAlpha, seed, figures, provenance });
  }
  return ok(candidates);
}

const listSchema = z.object({ candidates: z.array(z.unknown()) });

/** JSON has no NaN: a sender writes null or a string there, and neither is a number. */
const nameSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/);
const candidateSchema = z.object({
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  figures: z.record(nameSchema, z.number()).refine((figures) => Object.keys(figures).length <= 32),
  provenance: z
    .record(nameSchema, z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]))
    .refine((provenance) => Object.keys(provenance).length <= 40)
    .optional(),
});
