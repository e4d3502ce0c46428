import { z } from '@hono/zod-openapi';
import { bySchema } from './by.ts';
import { costSchema } from './cost.ts';
import { flagsSchema } from './edit.ts';
import { rectSchema } from './region.ts';

const count = z.number().int();
const digest = z.string();

export const proofSchema = z
  .object({
    changedInside: count,
    changedOutside: count,
    changedInLocks: count,
    masterDigest: digest,
    resultDigest: digest,
    planesDigest: digest.openapi({
      description: 'Names the permitted alphas and locks it was counted under',
    }),
  })
  .openapi('Proof', { description: 'Counts are pixels in which any sample differs.' });

const versionLayerSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    rect: rectSchema,
    opacity: z.number().int().min(0).max(255),
    blend: z.literal('normal'),
    visible: z.boolean(),
    baseMoved: z.boolean(),
    patchDigest: digest,
    alphaDigest: digest,
    made: z.object({
      editId: z.string(),
      engine: z.string(),
      pinId: z.string().nullable(),
      pinNumber: count.nullable(),
      cost: costSchema.nullable().openapi({ description: 'Of the edit, with what was not taken' }),
      flags: flagsSchema.openapi({ description: 'What its figures warned of when it was taken' }),
      by: bySchema,
      at: z.iso.datetime(),
    }),
  })
  .openapi('VersionLayer');

const decisionSchema = z
  .object({
    kind: z.enum(['approve', 'request_changes', 'sign_off', 'sign_off_changes']),
    digest,
    comment: z.string().nullable(),
    by: bySchema,
    at: z.iso.datetime(),
  })
  .openapi('Decision');

const clientVersion = z.object({
  id: z.string(),
  frameId: z.string(),
  number: count,
  state: z.enum([
    'draft',
    'in_review',
    'changes_requested',
    'withdrawn',
    'approved',
    'superseded',
    'discarded',
  ]),
  bounds: rectSchema,
  digest: digest.nullable(),
  proof: proofSchema.nullable(),
  decisions: z.array(decisionSchema),
  createdAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  submittedBy: bySchema.nullable(),
});

/** As those get it who change versions. */
export const versionSchema = clientVersion
  .extend({ parentId: z.string().nullable(), layers: z.array(versionLayerSchema) })
  .openapi('Version');

/** Clients and guests get the second. */
export const seenVersionSchema = z.union([
  versionSchema,
  clientVersion.openapi('ClientVersion', {
    description: 'A version as clients and guests get it; what a director wrote is not in it.',
  }),
]);
