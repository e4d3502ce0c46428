import { z } from '@hono/zod-openapi';
import type { PinId } from '@pinpaint/domain';
import { id } from './params.ts';
import { regionSchema } from './region.ts';

export const pinSchema = z
  .object({
    id: z.string(),
    frameId: z.string(),
    versionId: z.string(),
    number: z.number().int(),
    state: z.enum(['open', 'editing', 'proposed', 'resolved', 'declined']),
    region: regionSchema,
    note: z.string(),
    by: z.object({ kind: z.enum(['person', 'guest']), id: z.string() }),
    createdAt: z.iso.datetime(),
  })
  .openapi('Pin');

export const newPinSchema = z
  .object({ id: id<PinId>(), region: regionSchema, note: z.string().max(200_000) })
  .openapi('NewPin');
