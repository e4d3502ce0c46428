import { z } from '@hono/zod-openapi';

/** A few words; longer texts are nobody's search. */
export const searchQuery = z.object({ text: z.string().trim().min(1).max(200) });

const named = z.object({ id: z.string(), name: z.string() });

const foundSchema = z
  .object({
    kind: z.enum(['board', 'frame', 'pin']),
    id: z.string(),
    text: z.string().openapi({ description: 'Its name; a pin’s note' }),
    project: named,
    board: named,
    frame: named.nullable(),
  })
  .openapi('Found');

export const searchResultSchema = z.object({ items: z.array(foundSchema) }).openapi('SearchResult');
