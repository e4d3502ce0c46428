import { createRoute, z } from '@hono/zod-openapi';
import { answerEdit, expectAnswer } from '@pinpaint/actions';
import { answerLimit } from '@pinpaint/pictures/parcel';
import type { BlobSource } from '@pinpaint/storage';
import { type Routes, routes } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { answersNothing } from '../schemas/openapi.ts';
import { editParam, leaseQuery, usdSchema } from '../schemas/worker.ts';
import { uploadBody } from '../uploads/uploadBody.ts';

/** A day. */
const longestMs = 86_400_000;

const answer = createRoute({
  method: 'post',
  path: '/worker/edits/{editId}/answer',
  tags: ['Engine workers'],
  summary: 'What the engine made',
  description:
    'A parcel as `request` has it: parts `patch0`, `alpha0`, `patch1`… of the crop’s size and depth, meta `{ candidates: [{ seed, figures, provenance }] }`. `usd` is what it was billed; without it the estimate counts. Nothing of it is believed: the renderer checks, composites and measures it.',
  request: {
    params: editParam,
    query: leaseQuery.extend({
      engineMs: z.coerce.number().min(0).max(longestMs),
      usd: z.coerce.number().pipe(usdSchema).optional(),
    }),
    body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: answersNothing('It is the renderer’s now'),
});

export const answerRoutes: Routes = (ctx) =>
  routes().openapi(answer, async (c) => {
    const { engineMs, usd, ...query } = c.req.valid('query');
    const lease = { ...c.req.valid('param'), ...query };
    // Before a byte is read: whether there is anything to answer, and how long that can be.
    const expected = unwrap(await expectAnswer(ctx, c.get('worker'), lease));
    const maxBytes = answerLimit(expected);
    const stored = await ctx.blobs.put(await bodyOf(c.req.raw, maxBytes), { maxBytes });
    if (!stored.ok) throw tooLarge(maxBytes);
    const kept = { ...stored.value, mediaType: 'application/octet-stream' };
    unwrap(await answerEdit(ctx, { expected, answer: kept, engineMs, usd }));
    return c.body(null, 204);
  });

/** What is taken in at one go: that takes half as long as a stream of small pieces. */
const atOnceBytes = 16 * 1024 * 1024;

async function bodyOf(request: Request, maxBytes: number): Promise<BlobSource> {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  if (announced > maxBytes) throw tooLarge(maxBytes);
  const body = uploadBody(request);
  // HTTP lets a body be no longer than it was announced.
  if (announced <= atOnceBytes) return new Uint8Array(await request.arrayBuffer());
  return body;
}

function tooLarge(maxBytes: number): ApiProblem {
  return ApiProblem.of({ code: 'answer.too-large', facts: { maxBytes } });
}
