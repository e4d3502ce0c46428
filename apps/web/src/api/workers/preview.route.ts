import { createRoute, z } from '@hono/zod-openapi';
import { expectPreview, keepPreview } from '@pinpaint/actions';
import { previewBytes, smallPreview } from '@pinpaint/pictures';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answersNothing } from '../schemas/openapi.ts';
import { editParam, leaseQuery } from '../schemas/worker.ts';
import { readAtMost } from '../uploads/readAtMost.ts';

const preview = createRoute({
  method: 'post',
  path: '/worker/edits/{editId}/preview',
  tags: ['Engine workers'],
  summary: 'What the run looks like so far',
  description:
    'A small PNG, JPEG or WebP of the whole crop, twice a second at most. It is encoded anew, and what is no picture or comes too often is left out without a word.',
  request: {
    params: editParam,
    query: leaseQuery.extend({ variant: z.coerce.number().int().min(0).max(3) }),
    body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: answersNothing('It is shown until the next one comes, or the run ends'),
});

export const previewRoutes: Routes = (ctx) =>
  routes().openapi(preview, async (c) => {
    const { variant, ...query } = c.req.valid('query');
    const lease = { ...c.req.valid('param'), ...query };
    const { isWanted, variants } = unwrap(await expectPreview(ctx, c.get('worker'), lease));
    const sent = await readAtMost(c.req.raw, previewBytes);
    const picture = isWanted && variant < variants ? await smallPreview(sent) : null;
    if (picture) await keepPreview(ctx, { lease, variant, picture });
    return c.body(null, 204);
  });
