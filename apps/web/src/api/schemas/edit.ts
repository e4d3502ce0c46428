import { z } from '@hono/zod-openapi';
import { flags, risks } from '@pinpaint/domain';
import { choiceSchema, costSchema, estimateSchema, limitsSchema } from './cost.ts';
import { intentSchema } from './intent.ts';
import { rectSchema, regionSchema } from './region.ts';

const nullableTime = z.iso.datetime().nullable();

export const editStateSchema = z.enum([
  'queued',
  'running',
  'proposed',
  'accepted',
  'discarded',
  'cancelled',
  'failed',
]);

export const editSchema = z
  .object({
    id: z.string(),
    frameId: z.string(),
    pinId: z.string().nullable(),
    baseVersionId: z
      .string()
      .nullable()
      .openapi({ description: 'null: it draws a frame’s first picture, from words alone' }),
    retryOfId: z.string().nullable(),
    carriedFromId: z
      .string()
      .nullable()
      .openapi({ description: 'The edit of another frame of the series that this one repeats' }),
    state: editStateSchema,
    engine: z.string(),
    intent: intentSchema,
    note: z.string(),
    region: regionSchema,
    seed: z.number().int(),
    strength: z.number(),
    variants: z.number().int(),
    growPx: z.number().nullable(),
    featherPx: z.number().nullable(),
    progress: z.number(),
    ahead: z
      .number()
      .int()
      .nullable()
      .openapi({ description: 'How many are served before it in a service’s queue; null: it waits in none' }),
    waitsForRate: z.object({ service: z.string(), until: z.iso.datetime() }).nullable().openapi({
      description:
        'It is ready, but its service may not be called again before about then; null: it waits for no rate',
    }),
    preview: z
      .object({
        at: z.iso.datetime().openapi({ description: 'Another time, another picture' }),
        variant: z.number().int().openapi({ description: 'Of those that run together, from 0' }),
      })
      .nullable()
      .openapi({ description: 'What its run looks like so far can be asked for; null: nothing to be seen' }),
    attempts: z.number().int(),
    estimate: estimateSchema,
    choice: choiceSchema.nullable(),
    cost: costSchema.nullable(),
    permittedRect: rectSchema.nullable(),
    cropRect: rectSchema.nullable(),
    failure: z.object({ code: z.string(), says: z.string().nullable() }).nullable(),
    timings: z.object({
      createdAt: z.iso.datetime(),
      preparedAt: nullableTime,
      startedAt: nullableTime,
      answeredAt: nullableTime,
      endedAt: nullableTime,
      engineMs: z.number().nullable(),
    }),
    createdBy: z.string(),
    createdByName: z.string().nullable(),
    byPolicy: z.boolean().openapi({ description: 'Started by the project’s policy, not by hand' }),
  })
  .openapi('Edit');

const riskCodes = Object.keys(risks) as (keyof typeof risks)[];

export const pinEstimateSchema = z
  .object({
    reading: intentSchema,
    engines: z.array(
      estimateSchema.extend({
        name: z.string(),
        version: z.string(),
        choice: choiceSchema,
        risks: z.array(z.enum(riskCodes)).openapi({
          description: 'What is likely to go wrong with it; such an edit is better done by hand',
        }),
      }),
    ),
    foresight: z.enum(['looking', 'ready', 'unknown']).openapi({
      description: 'Whether the pixels have been looked at for risks: while `looking`, ask again',
    }),
    limits: limitsSchema,
    cannot: z
      .object({
        understood: z.string().nullable(),
        engines: z.array(
          z.object({
            name: z.string(),
            title: z.string(),
            kinds: z.array(z.string()),
            runs: z.enum(['built-in', 'own-machine', 'service']),
            prices: z.array(z.object({ size: z.string().nullable(), usd: z.number() })),
          }),
        ),
        ways: z.array(z.enum(['choose-wish', 'reword', 'connect-engine', 'hand-tool'])),
        text: z.string(),
      })
      .nullable(),
  })
  .openapi('PinEstimate');

export const figuresSchema = z.record(z.string(), z.number());
export const flagsSchema = z.array(z.enum(Object.keys(flags) as (keyof typeof flags)[]));

/** What an engine says of how it made something: names, numbers, digests. */
export const provenanceSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

export const candidateSchema = z
  .object({
    id: z.string(),
    editId: z.string(),
    rank: z.number().int().openapi({ description: '1 is the best.' }),
    state: z.enum(['proposed', 'accepted', 'discarded']),
    rect: rectSchema,
    seed: z.number().int(),
    figures: figuresSchema,
    flags: flagsSchema,
    proof: z.object({
      changedInside: z.number().int(),
      changedOutside: z.number().int(),
      changedInLocks: z.number().int(),
    }),
    provenance: provenanceSchema
      .nullable()
      .openapi({ description: 'How a model made it, as its engine says; null for the engines built in.' }),
    patchDigest: z.string(),
    alphaDigest: z.string(),
    createdAt: z.iso.datetime(),
  })
  .openapi('Candidate');

export const acceptedSchema = z
  .object({
    layerId: z.string(),
    versionId: z.string(),
    versionNumber: z.number().int(),
    baseMoved: z.boolean(),
  })
  .openapi('Accepted');
