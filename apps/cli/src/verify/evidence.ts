import type { Region, VersionClaims } from '@pinpaint/domain';
import { z } from 'zod';

const count = z.number().int();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const rect = z.object({ x: count, y: count, width: count, height: count });
const href = z.string().regex(/^\/[\w/-]+$/);
const opacity = count.min(0).max(255);
const layer = z.object({
  patchDigest: digest,
  alphaDigest: digest,
  rect,
  opacity,
  blend: z.literal('normal'),
  visible: z.boolean(),
});

/** What `/versions/{id}/evidence` answers. */
export const evidenceSchema = z.object({
  number: count,
  digest,
  content: z.object({
    masterDigest: digest,
    bounds: rect,
    profileDigest: digest.nullable(),
    layers: z.array(layer),
  }),
  proof: z
    .object({
      changedInside: count,
      changedOutside: count,
      changedInLocks: count,
      masterDigest: digest,
      resultDigest: digest,
      planesDigest: digest,
    })
    .nullable(),
  decisions: z.array(z.object({ digest })),
  planes: z.object({
    permitted: z.array(z.object({ digest, rect })),
    locks: z.array(
      z.object({
        // Its numbers are as they were drawn, and name the planes; what is no region can't be rasterised.
        region: z.looseObject({ kind: z.string() }).transform((region) => region as unknown as Region),
        layers: z.array(count),
      }),
    ),
  }),
  files: z.object({
    master: href,
    result: href.nullable(),
    layers: z.array(z.object({ patch: href, alpha: href }).nullable()),
    permitted: z.array(href),
    lockMasks: z.array(href.nullable()),
  }),
});

export type Evidence = z.infer<typeof evidenceSchema>;

export function claimsOf({ number, digest, content, proof, planes, decisions }: Evidence): VersionClaims {
  return { number, digest, content, proof, planes, decisions };
}
