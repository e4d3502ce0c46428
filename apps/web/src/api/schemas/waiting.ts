import { z } from '@hono/zod-openapi';
import { waitingKinds } from '@pinpaint/actions';
import { timeSchema } from './text.ts';

const named = z.object({ id: z.string(), name: z.string() });

const waitingSchema = z
  .object({
    kind: z.enum(waitingKinds),
    at: timeSchema,
    project: named,
    board: named,
    frame: named.extend({
      versionId: z
        .string()
        .nullable()
        .openapi({ description: 'Whose thumbnail to show; null: the frame’s own' }),
    }),
    pin: z
      .object({
        id: z.string(),
        number: z.int(),
        state: z.enum(['open', 'editing', 'proposed', 'resolved', 'declined']),
        note: z.string(),
      })
      .nullable(),
    version: z.object({ id: z.string(), number: z.int() }).nullable(),
    by: z.object({ kind: z.enum(['person', 'guest']), name: z.string() }).nullable(),
    says: z.string().nullable(),
    signOff: z
      .object({
        kind: z.enum(['sign_off', 'sign_off_changes']),
        comment: z.string().nullable(),
        name: z.string().nullable(),
        at: timeSchema,
      })
      .nullable(),
  })
  .openapi('Waiting');

export const waitingListSchema = z
  .object({ items: z.array(waitingSchema), isCut: z.boolean() })
  .openapi('WaitingList');
