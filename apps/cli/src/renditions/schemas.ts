import { limitScopes } from '@pinpaint/domain';
import { z } from 'zod';

export const renditionSchema = z.object({
  id: z.string(),
  step: z.looseObject({ kind: z.string() }).nullable(),
  format: z.string(),
  state: z.enum(['queued', 'ready', 'failed', 'cancelled']),
  progress: z.number(),
  failureCode: z.string().nullable(),
  failureSays: z.string().nullable(),
  fileDigest: z.string().nullable(),
  provenance: z.looseObject({ engine: z.string() }).nullable(),
});
export type Rendition = z.output<typeof renditionSchema>;

export const renditionsSchema = z.object({ items: z.array(renditionSchema) });

export const filmEstimateSchema = z.object({
  film: z.object({ model: z.string(), usdPerSecond: z.number() }).nullable(),
  limits: z.array(z.object({ of: z.enum(limitScopes), limitUsd: z.number(), spentUsd: z.number() })),
});
export type FilmEstimate = z.output<typeof filmEstimateSchema>;
