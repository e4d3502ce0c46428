import { z } from '@hono/zod-openapi';
import type { EditId, WorkerId } from '@pinpaint/domain';
import { intentSchema } from './intent.ts';
import { id } from './params.ts';

const kindSchema = z.enum(['remove', 'recolour', 'relight', 'match', 'extend', 'place', 'replace', 'add']);
const amount = z.number().min(0).max(1_000_000);
/** As 3:2. */
export const aspectNameSchema = z.string().regex(/^[1-9]\d?:[1-9]\d?$/);

export const sizeSchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});

const drawnShapeSchema = sizeSchema.extend({ aspect: aspectNameSchema });

const engineFactsSchema = z
  .object({
    name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/),
    version: z.string().min(1).max(60),
    kinds: z.array(kindSchema).max(7),
    nativeSizes: z.array(sizeSchema).max(50),
    maxPixels: z.number().int().positive(),
    seconds: z.object({ base: amount, perMegapixel: amount }),
    usd: z.object({ perRun: amount, perMegapixel: amount }),
    draws: z.array(drawnShapeSchema).max(30).optional().openapi({
      description: 'The shapes in which it draws a whole picture from words alone',
    }),
    rate: z
      .object({
        service: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/),
        callsPerMinute: z.number().int().min(1).max(1_000_000),
      })
      .optional()
      .openapi({
        description:
          'Of a service’s key, which all workers of one studio (or of the installation) share: they are handed no more variants in a minute, together',
      }),
  })
  .openapi('EngineFacts');

const workerId = id<WorkerId>();
const epoch = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1);

/** More than any run costs. */
export const usdSchema = z.number().min(0).max(1000);

export const editParam = z.object({ editId: id<EditId>() });
export const leaseSchema = z.object({ workerId, epoch });
export const leaseQuery = z.object({ workerId, epoch: z.coerce.number().pipe(epoch) });

export const beatSchema = leaseSchema.extend({
  progress: z.number().min(0).max(1),
  ahead: z
    .number()
    .int()
    .min(0)
    .max(100_000)
    .nullable()
    .default(null)
    .openapi({ description: 'How many a service serves before it; null: it waits in no such queue.' }),
});

export const announceSchema = z.object({
  workerId,
  name: z.string().min(1).max(80),
  engines: z.array(engineFactsSchema).max(20),
  segmenter: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{0,59}$/)
    .nullable()
    .default(null)
    .openapi({ description: 'The model you answer selections with; null: you have none.' }),
});

export const claimSchema = z.object({ workerId, waitSeconds: z.number().min(0).max(25) });

export const claimedSchema = z
  .object({
    editId: z.string(),
    epoch: z.number().int().openapi({ description: 'To be named with everything said about this edit.' }),
    leaseMs: z.number(),
    beatMs: z.number(),
    engine: z.string(),
    intent: intentSchema,
    note: z.string(),
    seed: z.number().int(),
    strength: z.number(),
    variants: z.number().int(),
    size: sizeSchema,
    depth: z.union([z.literal(8), z.literal(16)]),
    draws: drawnShapeSchema.nullable().openapi({
      description: 'It is to be drawn from the note alone, in this shape; there is no request to ask for',
    }),
    expectedSeconds: z
      .number()
      .openapi({ description: 'Of the whole run. One that gives no sign for several times as long hangs.' }),
  })
  .openapi('ClaimedEdit');

export const workerSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    of: z.enum(['studio', 'installation']),
    engines: z.array(engineFactsSchema),
    segmenter: z.string().nullable().openapi({ description: 'The model it answers selections with.' }),
    state: z.enum(['connected', 'draining', 'away']),
    seenAt: z.iso.datetime(),
  })
  .openapi('Worker');
