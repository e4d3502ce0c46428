import { z } from '@hono/zod-openapi';
import { rectSchema, regionSchema } from './region.ts';
import { proofSchema } from './version.ts';

const digest = z.string();
const count = z.number().int();
const href = z.string().openapi({ description: 'Where the file is, below the API’s own path' });

const layerContent = z.object({
  patchDigest: digest,
  alphaDigest: digest,
  rect: rectSchema,
  opacity: count,
  blend: z.literal('normal'),
  visible: z.boolean(),
});

export const evidenceSchema = z
  .object({
    versionId: z.string(),
    number: count,
    digest,
    content: z
      .object({
        masterDigest: digest,
        bounds: rectSchema,
        profileDigest: digest.nullable(),
        layers: z.array(layerContent),
      })
      .openapi({ description: 'All that the digest is of; hidden layers are in it' }),
    proof: proofSchema.nullable(),
    decisions: z.array(z.object({ digest })),
    planes: z.object({
      permitted: z.array(z.object({ digest, rect: rectSchema })),
      locks: z.array(z.object({ region: regionSchema, layers: z.array(count) })),
    }),
    files: z.object({
      master: href,
      result: href.nullable(),
      layers: z
        .array(z.object({ patch: href, alpha: href }).nullable())
        .openapi({ description: 'As in the content; null for hidden ones, which nothing shows of' }),
      permitted: z.array(href),
      lockMasks: z.array(href.nullable()),
    }),
  })
  .openapi('Evidence');

export const verdictSchema = z
  .object({
    holds: z.boolean(),
    says: z.string().openapi({ description: 'All of it in one line' }),
    reasons: z.array(
      z.enum([
        'files',
        'content',
        'decision',
        'no-proof',
        'planes',
        'master',
        'result',
        'proof-result',
        'outside',
        'locks',
        'counts',
      ]),
    ),
    findings: z
      .object({
        changedInside: count,
        changedOutside: count,
        changedInLocks: count,
        masterDigest: digest,
        profileDigest: digest.nullable(),
        resultDigest: digest,
        recomposedDigest: digest,
      })
      .nullable()
      .openapi({ description: 'What the files themselves say; null when one is missing or damaged' }),
  })
  .openapi('Verdict');
