import { z } from '@hono/zod-openapi';
import type { StudioId } from '@pinpaint/domain';
import { id } from './params.ts';
import { nameSchema, roleSchema, timeSchema } from './text.ts';

export const studioSchema = z
  .object({ id: z.string(), name: z.string(), createdAt: timeSchema })
  .openapi('Studio');

export const renameSchema = z.object({ name: nameSchema });

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
