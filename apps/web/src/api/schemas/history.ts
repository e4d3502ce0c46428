import { z } from '@hono/zod-openapi';
import { bySchema } from './by.ts';
import { timeSchema } from './text.ts';

const seqSchema = z.coerce.number().int().min(1).max(2_147_483_647);

export const historyQuery = z.object({
  each: z.enum(['session', 'change']).default('session').openapi({
    description: 'What was done in one go, or each change as it is kept',
  }),
  after: seqSchema.optional().openapi({ description: 'The `next` of the page before' }),
  since: seqSchema.default(1).openapi({ description: 'Nothing from before this `seq`' }),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

export const momentParam = z.object({ seq: seqSchema });

const countsSchema = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
});

export const momentOfBoardSchema = z
  .object({
    seq: z.number().int().openapi({ description: 'Names the moment at its end' }),
    firstSeq: z.number().int(),
    from: timeSchema,
    to: timeSchema,
    people: z.array(bySchema),
    writes: z.number().int(),
    changes: z
      .object({
        frames: countsSchema,
        groups: countsSchema,
        regions: countsSchema,
        strokes: countsSchema,
        stickies: countsSchema,
        drawings: countsSchema,
      })
      .openapi({ description: 'What is there, other or gone afterwards' }),
    frameIds: z.array(z.string()).openapi({ description: 'Frames that were placed or moved' }),
  })
  .openapi('Moment');

const bytesSchema = z.number().int().min(0).openapi({ description: 'In bytes' });

export const boardStorageSchema = z
  .object({
    document: bytesSchema,
    history: bytesSchema,
    historyLimit: bytesSchema,
    historyFrom: timeSchema.nullable(),
    pictures: bytesSchema,
  })
  .openapi('BoardStorage');
