import { z } from '@hono/zod-openapi';
import type { SelectionId, VersionId, WorkerId } from '@pinpaint/domain';
import { id } from './params.ts';
import { rectSchema, regionSchema } from './region.ts';

const n = z.number();
/** Nobody clicks as often at one thing. */
const points = z.array(z.tuple([n, n])).max(64);

export const askSelectionSchema = z
  .object({
    versionId: id<VersionId>()
      .nullable()
      .default(null)
      .openapi({ description: 'Which submitted version is looked at; null: the frame’s master.' }),
    around: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('rectangle'), x: n, y: n, width: n, height: n }),
        z.object({ kind: z.literal('lasso'), points: z.array(z.tuple([n, n])).max(10_000) }),
      ])
      .nullable()
      .default(null)
      .openapi({ description: 'The thing lies inside.' }),
    add: points.default([]).openapi({ description: 'On the thing.' }),
    remove: points.default([]).openapi({ description: 'Not on it.' }),
    seen: rectSchema
      .optional()
      .openapi({ description: 'What is seen of the frame: looked at more closely than all of it.' }),
  })
  .openapi('SelectionHints', { description: 'In frame space.' });

export const selectedSchema = z
  .object({
    region: regionSchema,
    score: n.openapi({ description: 'The model’s own guess of how well this is what was meant, 0…1.' }),
    segmenter: z.string(),
  })
  .openapi('Selected');

export const segmenterSchema = z
  .object({ name: z.string().nullable().openapi({ description: 'null: no worker here has one.' }) })
  .openapi('Segmenter');

const pixel = z.object({ x: n, y: n });

export const claimedSelectionSchema = z
  .object({
    selectionId: z.string(),
    picture: z.string().openapi({ description: 'Names the pixels: ask for those that you have not read.' }),
    size: z.object({ width: z.number().int(), height: z.number().int() }),
    inside: z.array(pixel).openapi({ description: 'In the picture’s pixels, like all that follows.' }),
    outside: z.array(pixel),
    box: z.object({ from: pixel, to: pixel }).nullable(),
  })
  .openapi('ClaimedSelection');

export const selectionParam = z.object({ selectionId: id<SelectionId>() });
export const workerQuery = z.object({ workerId: id<WorkerId>() });
