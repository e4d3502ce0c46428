import { z } from '@hono/zod-openapi';
import { nameSchema, roleSchema, timeSchema } from './text.ts';

export const studioSchema = z
  .object({ id: z.string(), name: z.string(), createdAt: timeSchema })
  .openapi('Studio');

export const renameSchema = z.object({ name: nameSchema });

export const meSchema = z
  .object({
    studio: studioSchema,
    person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    studioRole: roleSchema.nullable(),
    projectRoles: z.array(z.object({ projectId: z.string(), role: roleSchema })),
  })
  .openapi('Me');
