import { z } from '@hono/zod-openapi';
import { id } from './params.ts';

/** How lists are read: a page at a time, from the last page's last item on. */
export const idPageQuery = z.object({
  after: id<string>().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
