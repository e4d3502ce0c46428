import { z } from '@hono/zod-openapi';

/** How lists are read: what comes after a cursor, a page at a time. */
export const pageQuery = z.object({
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
