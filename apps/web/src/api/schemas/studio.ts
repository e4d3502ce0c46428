import { z } from '@hono/zod-openapi';
import type { StudioId } from '@pinpaint/domain';
import { usdLimitSchema } from './cost.ts';
import { id } from './params.ts';
import { nameSchema, roleSchema, timeSchema } from './text.ts';

export const studioSchema = z
  .object({ id: z.string(), name: z.string(), createdAt: timeSchema })
  .openapi('Studio');

export const renameSchema = z.object({ name: nameSchema });

const usdLimits = { usdPerDay: usdLimitSchema, usdPerMonth: usdLimitSchema };

export const spendingSchema = z
  .object({ ...usdLimits, spent: z.object({ dayUsd: z.number(), monthUsd: z.number() }) })
  .openapi('StudioSpending', {
    description:
      'What the edits of all projects together may cost in 24 hours and in 30 days, and what they have. null: no limit.',
  });

export const spendingChangeSchema = z.object(usdLimits).partial().openapi('StudioSpendingChange');

export const studioChoiceSchema = z.object({ studioId: id<StudioId>() }).openapi('StudioChoice');

export const meSchema = z
  .object({
    studio: studioSchema,
    person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    studioRole: roleSchema.nullable(),
    projectRoles: z.array(z.object({ projectId: z.string(), role: roleSchema })),
    studios: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .openapi({ description: 'All one is a member of; by a token, its own' }),
  })
  .openapi('Me');
