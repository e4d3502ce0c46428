import { z } from '@hono/zod-openapi';
import { easings } from '@pinpaint/domain';
import { limitsSchema } from './cost.ts';
import { rectSchema } from './region.ts';

const refineSchema = z
  .strictObject({ kind: z.literal('refine'), amount: z.number().min(0).max(1).default(0.5) })
  .openapi('RefineStep', {
    description: 'Grain taken out of flat places and structure sharpened, at the same size.',
  });

const upscaleSchema = z
  .strictObject({ kind: z.literal('upscale'), scale: z.union([z.literal(2), z.literal(4)]).default(2) })
  .openapi('UpscaleStep');

const animateSchema = z
  .strictObject({
    kind: z.literal('animate'),
    format: z.enum(['mp4', 'webp']).default('mp4'),
    fps: z.union([z.literal(24), z.literal(25), z.literal(30)]).default(25),
    seconds: z.number().min(0.5).max(20).default(4),
    easing: z.enum(easings).default('smooth'),
    zoom: z.number().min(1).max(4).default(1.15).openapi({ description: 'Half way; 1 stays.' }),
    panX: z.number().min(-1).max(1).default(0).openapi({
      description: 'Where it looks half way, of the room that the zoom leaves; −1 is left.',
    }),
    panY: z.number().min(-1).max(1).default(0),
    parallax: z.number().min(0).max(1).default(0).openapi({
      description:
        'How much nearer the things are that were added, placed or put in another’s stead; other layers don’t move.',
    }),
    safe: rectSchema.nullable().default(null).openapi({
      description: 'In frame space: what stays wholly in view all the time.',
    }),
    longestPx: z.number().int().min(64).max(3_840).default(1_920),
  })
  .openapi('AnimateStep', {
    description:
      'A camera that leaves the whole picture and comes back to it: first and last frame are the picture.',
  });

const filmSchema = z
  .strictObject({
    kind: z.literal('film'),
    prompt: z.string().max(2_000).openapi({
      description:
        'What is to happen; nothing is made without (`film.no-words`). Empty to clients and guests.',
    }),
    seconds: z.union([z.literal(4), z.literal(6), z.literal(8)]).default(8),
  })
  .openapi('FilmStep', {
    description: 'What a model makes of the picture: re-imagined, exact in no frame, and it costs money.',
  });

const stepSchema = z.discriminatedUnion('kind', [refineSchema, upscaleSchema, animateSchema, filmSchema]);

export const filmEstimateSchema = z
  .object({
    film: z
      .object({ model: z.string(), usdPerSecond: z.number() })
      .nullable()
      .openapi({ description: 'null: nobody makes films here' }),
    limits: limitsSchema,
  })
  .openapi('FilmEstimate');

export const newStepsSchema = z.object({ steps: z.array(stepSchema).min(1).max(3) }).openapi('NewSteps', {
  description: 'Refine, upscale, animate or film: each at most once, in this order.',
});

export const renditionSchema = z
  .object({
    id: z.string(),
    versionId: z.string(),
    digest: z.string(),
    parentId: z.string().nullable().openapi({ description: 'What the step was done to; null: the version.' }),
    step: stepSchema.nullable().openapi({ description: 'null: a file of the version’s own samples.' }),
    format: z.enum(['png', 'tiff', 'jpeg', 'mp4', 'webp']),
    state: z.enum(['queued', 'ready', 'failed', 'cancelled']),
    progress: z.number(),
    failureCode: z.string().nullable(),
    failureSays: z.string().nullable(),
    fileDigest: z.string().nullable().openapi({ description: 'SHA-256 of the file.' }),
    provenance: z.record(z.string(), z.unknown()).nullable().openapi({
      description: 'Engine, provider, weights with their digest and licence; null to clients and guests.',
    }),
  })
  .openapi('Rendition');
