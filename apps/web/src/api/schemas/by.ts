import { z } from '@hono/zod-openapi';

/** Who did something. */
export const bySchema = z
  .object({
    kind: z.enum(['person', 'guest']),
    id: z.string(),
    name: z.string().nullable().openapi({ description: 'null: erased' }),
  })
  .openapi('By');
