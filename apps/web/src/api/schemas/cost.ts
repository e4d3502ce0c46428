import { z } from '@hono/zod-openapi';

export const costSchema = z
  .object({ pixels: z.number().int(), seconds: z.number(), usd: z.number() })
  .openapi('Cost');
