import { z } from '@hono/zod-openapi';
import type { FrameId, SeriesId } from '@pinpaint/domain';
import { id } from './params.ts';
import { nameSchema, timeSchema } from './text.ts';

const memberSchema = z.object({
  frameId: z.string(),
  boardId: z.string(),
  number: z.number().int(),
  name: z.string(),
  base: z
    .object({ frameId: z.string(), versionId: z.string() })
    .nullable()
    .openapi({ description: 'Of a derived frame: the version it began as' }),
});

export const seriesSchema = z
  .object({
    id: z.string(),
    projectId: z.string(),
    name: z.string(),
    frames: z.array(memberSchema).openapi({ description: 'In their order' }),
    createdAt: timeSchema,
  })
  .openapi('Series');

const frameIds = z.array(id<FrameId>()).max(200);

export const newSeriesSchema = z
  .object({ id: id<SeriesId>(), name: nameSchema, frameIds: frameIds.default([]) })
  .openapi('NewSeries');

export const seriesChangeSchema = z.object({ name: nameSchema }).openapi('SeriesChange');
export const addedFramesSchema = z.object({ frameIds: frameIds.min(1) }).openapi('AddedFrames');
export const seriesOrderSchema = z
  .object({ order: frameIds })
  .openapi('SeriesOrder', { description: 'Every frame of the series once' });

export const newDerivedSchema = z
  .object({ id: id<FrameId>(), name: nameSchema.optional() })
  .openapi('NewDerivedFrame');

export const derivationSchema = z
  .object({
    base: z.object({ frameId: z.string(), versionId: z.string(), versionNumber: z.number().int() }),
    versionId: z.string(),
    versionNumber: z.number().int(),
    sameMaster: z.boolean(),
    changedInside: z
      .number()
      .int()
      .openapi({ description: 'Pixels that differ under the layers the frame has of its own' }),
    changedOutside: z.number().int().openapi({ description: 'Pixels that differ anywhere else' }),
  })
  .openapi('Derivation');
