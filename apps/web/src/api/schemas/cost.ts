import { z } from '@hono/zod-openapi';
import { limitScopes } from '@pinpaint/domain';

export const costSchema = z
  .object({ pixels: z.number().int(), seconds: z.number(), usd: z.number() })
  .openapi('Cost');

export const expectedCostSchema = costSchema
  .extend({
    spread: z.object({ low: z.number(), high: z.number(), runs: z.number().int() }).nullable().openapi({
      description:
        'Between which seconds four of five of the last runs would have ended, and how many runs that is learnt from; null: too few, so `seconds` is what the worker announces',
    }),
  })
  .openapi('ExpectedCost');

export const estimateSchema = z.object({ region: expectedCostSchema, frame: expectedCostSchema });

const offerSchema = z.object({ name: z.string(), usd: z.number(), seconds: z.number() });

export const choiceSchema = z
  .object({
    reason: z.enum(['only', 'first', 'by-hand', 'as-before', 'as-carried']),
    other: offerSchema.nullable(),
    by: z.enum(['usd', 'order']).nullable(),
    text: z.string(),
  })
  .openapi('Choice', {
    description:
      'Why this engine: the only one connected that can; the first in order (cheapest; of equal price as the catalogue has them, built in first; then by name, and never by how fast they were); or it was wanted: by a person, by the edit that this one repeats, or by the one it was carried from. `other`: what it was preferred to, or would have been taken; `by`: what sets it before or behind that.',
  });

/** Money as somebody sets it; null: no limit. */
export const usdLimitSchema = z.number().min(0).max(1_000_000).nullable();

export const limitsSchema = z
  .array(
    z
      .object({ of: z.enum(limitScopes), limitUsd: z.number(), spentUsd: z.number() })
      .openapi('SpendingLimit'),
  )
  .openapi({
    description:
      'What such an edit is under, with what has been spent already: for one `edit`, for the project in the last 24 hours and in all, for the studio in the last 24 hours and 30 days. What would go beyond one is not queued; what is free always is.',
  });
