import { z } from '@hono/zod-openapi';
import { id } from './params.ts';

/** How lists are read: what comes after a cursor, a page at a time. */
export const pageQuery = z.object({
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The same, for lists whose cursor is the last item's id. */
export const idPageQuery = pageQuery.extend({ after: id<string>().optional() });

export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
