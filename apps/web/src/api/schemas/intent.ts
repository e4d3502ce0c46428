import { z } from '@hono/zod-openapi';
import { hexSchema } from './kit.ts';
import { placedArtworkSchema, placementSchema } from './placement.ts';
import { regionSchema } from './region.ts';

/** What people write; far more than a thing's name needs. */
const words = z.string().min(1).max(200);
const thing = words.nullable();
const amount = z.number().min(-1).max(1);

const colourSchema = z.object({
  name: words,
  hex: hexSchema,
});

export const aspectSchema = z.object({
  width: z.number().positive().max(10_000),
  height: z.number().positive().max(10_000),
});
export const anchorSchema = z.enum(['center', 'left', 'right', 'top', 'bottom']);

const lightSideSchema = z.enum([
  'left',
  'right',
  'top',
  'bottom',
  'top-left',
  'top-right',
  'bottom-left',
  'bottom-right',
  'front',
]);

const referencePictureSchema = z
  .object({ id: z.uuid(), name: z.string().max(200), digest: z.string().regex(/^[0-9a-f]{64}$/) })
  .openapi('ReferencePicture', {
    description: 'A picture that hangs on a note. Name and digest are what is stored, whatever is sent.',
  });

const wishSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('remove'), thing }),
    z.object({ kind: z.literal('recolour'), thing, from: colourSchema.nullable(), to: colourSchema }),
    z.object({
      kind: z.literal('relight'),
      thing,
      change: z.object({ warmth: amount, brightness: amount, contrast: amount, saturation: amount }),
      stops: z.number().min(-4).max(4).optional(),
      lightFrom: lightSideSchema.optional(),
    }),
    z.object({
      kind: z.literal('match'),
      thing,
      like: words,
      colour: colourSchema.optional(),
      at: regionSchema.optional(),
      picture: referencePictureSchema.optional(),
    }),
    z.object({
      kind: z.literal('extend'),
      aspect: aspectSchema,
      anchor: anchorSchema,
      removes: z.boolean().optional(),
    }),
    z.object({
      kind: z.literal('place'),
      thing: words,
      artwork: placedArtworkSchema.optional(),
      placement: placementSchema.optional(),
    }),
    z.object({ kind: z.literal('replace'), thing, by: words }),
    z.object({ kind: z.literal('add'), thing: words }),
  ])
  .openapi('Wish');

export const intentSchema = z
  .object({
    wish: wishSchema.nullable(),
    keep: z.array(words).max(50),
    confidence: z.number().min(0).max(1),
  })
  .openapi('Reading', { description: 'What a note is understood to ask for, and what to leave alone.' });
