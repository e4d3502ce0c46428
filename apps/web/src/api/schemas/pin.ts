import { z } from '@hono/zod-openapi';
import type { PinId } from '@pinpaint/domain';
import { bySchema } from './by.ts';
import { anchorSchema, aspectSchema, intentSchema } from './intent.ts';
import { id } from './params.ts';
import { regionSchema } from './region.ts';

export const pinStateSchema = z.enum(['open', 'editing', 'proposed', 'resolved', 'declined']);
const extendSchema = z.object({ aspect: aspectSchema, anchor: anchorSchema });

const clientPin = z.object({
  id: z.string(),
  frameId: z.string(),
  versionId: z.string(),
  number: z.number().int(),
  clientWord: z.enum(['sent', 'beingWorkedOn', 'haveALook', 'done', 'notDoing']),
  region: regionSchema,
  extend: extendSchema.nullable(),
  note: z.string(),
  declineReason: z.string().nullable(),
  by: bySchema,
  createdAt: z.iso.datetime(),
});

const housePin = clientPin.extend({
  state: pinStateSchema,
  reading: intentSchema,
  readBy: z.enum(['machine', 'model', 'person']),
  readByModel: z.string().nullable(),
  assigneeId: z.string().nullable(),
  assigneeName: z.string().nullable(),
  dueAt: z.iso.datetime().nullable(),
});

/** Clients and guests get the first, the studio's own house the second. */
export const pinSchema = z.union([
  housePin.openapi('Pin'),
  clientPin.openapi('ClientPin', { description: 'A pin as clients and guests get it.' }),
]);

export const newPinSchema = z
  .object({
    id: id<PinId>(),
    region: regionSchema,
    note: z.string().max(200_000),
    extend: extendSchema
      .optional()
      .openapi({ description: 'Another shape of frame, and where in it the picture lies.' }),
  })
  .openapi('NewPin');

export const messageSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    internal: z.boolean().openapi({ description: 'Only the studio’s house reads it.' }),
    by: bySchema,
    createdAt: z.iso.datetime(),
  })
  .openapi('Message');

export const attachmentSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    digest: z.string().openapi({ description: 'SHA-256 of the file.' }),
    by: bySchema,
    createdAt: z.iso.datetime(),
  })
  .openapi('Attachment');
