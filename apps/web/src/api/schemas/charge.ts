import { z } from '@hono/zod-openapi';

export const chargeSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['film', 'reading']),
    frameId: z.string(),
    pinId: z.string().nullable().openapi({ description: 'Of a reading: whose note' }),
    usd: z
      .number()
      .openapi({ description: 'What it came to; until that is known the most that it may come to' }),
    createdAt: z.iso.datetime(),
  })
  .openapi('Charge');
