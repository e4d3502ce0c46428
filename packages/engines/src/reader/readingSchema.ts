import type { Intent } from '@pinpaint/domain';
import { z } from 'zod';

/**
 * What a model may answer: a reading as the words' own reader gives it, within the bounds that the API has for one that
 * a person gives. What is chosen from what a studio has (an artwork, a reference, a place) is no model's to say.
 */
const words = z.string().trim().min(1).max(200);
const thing = words.nullable();
const amount = z.number().min(-1).max(1);
const colour = z.strictObject({
  name: words,
  hex: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .transform((hex): `#${string}` => `#${hex.slice(1)}`),
});
const side = z.number().positive().max(10_000);

const wishSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('remove'), thing }),
  z.strictObject({ kind: z.literal('recolour'), thing, from: colour.nullable(), to: colour }),
  z.strictObject({
    kind: z.literal('relight'),
    thing,
    change: z.strictObject({ warmth: amount, brightness: amount, contrast: amount, saturation: amount }),
  }),
  z.strictObject({ kind: z.literal('match'), thing, like: words }),
  z.strictObject({
    kind: z.literal('extend'),
    aspect: z.strictObject({ width: side, height: side }),
    anchor: z.enum(['center', 'left', 'right', 'top', 'bottom']),
  }),
  z.strictObject({ kind: z.literal('place'), thing: words }),
  z.strictObject({ kind: z.literal('replace'), thing, by: words }),
  z.strictObject({ kind: z.literal('add'), thing: words }),
]);

export const readingSchema = z.strictObject({
  wish: wishSchema.nullable(),
  keep: z.array(words).max(50),
  confidence: z.number().min(0).max(1),
}) satisfies z.ZodType<Intent>;

/** The same for a service that is told which form to answer in. */
export const readingJsonSchema = z.toJSONSchema(readingSchema, { io: 'input' });
