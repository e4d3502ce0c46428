import { z } from '@hono/zod-openapi';
import type { ArtworkId, KitColourId } from '@pinpaint/domain';
import { id } from './params.ts';
import { nameSchema, timeSchema } from './text.ts';

export const hexSchema = z
  .templateLiteral(['#', z.string().regex(/^[0-9a-fA-F]{6}$/)])
  .openapi({ type: 'string', example: '#0047ab' });

export const artworkSchema = z
  .object({
    id: z.string(),
    projectId: z.string(),
    name: z.string(),
    mediaType: z.string(),
    digest: z.string().openapi({ description: 'SHA-256 of the file as it came' }),
    width: z.number().int(),
    height: z.number().int(),
    createdAt: timeSchema,
  })
  .openapi('Artwork');

export const kitColourSchema = z
  .object({ id: z.string(), projectId: z.string(), name: z.string(), hex: hexSchema })
  .openapi('KitColour');

export const kitSchema = z
  .object({ artworks: z.array(artworkSchema), colours: z.array(kitColourSchema) })
  .openapi('Kit', { description: 'What a project’s brand has of its own' });

export const newColourSchema = z
  .object({ id: id<KitColourId>(), name: nameSchema, hex: hexSchema })
  .openapi('NewKitColour');

export const colourChangeSchema = z
  .object({ name: nameSchema.optional(), hex: hexSchema.optional() })
  .openapi('KitColourChange');

export const artworkParam = z.object({ artworkId: id<ArtworkId>() });
export const colourParam = z.object({ colourId: id<KitColourId>() });
