import { createRoute } from '@hono/zod-openapi';
import { askSelection, findSegmenter } from '@pinpaint/actions';
import { limitTries } from '../edge/limitTries.ts';
import { type Routes, routes } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';
import { frameParam } from '../schemas/params.ts';
import { askSelectionSchema, segmenterSchema, selectedSchema } from '../schemas/selection.ts';

const tags = ['Selections'];
/** Faster than anybody points, and looks at what came of it. */
const perPerson = { tries: 40, perMs: 60_000 };

const ask = createRoute({
  method: 'post',
  path: '/frames/{frameId}/selections',
  tags,
  summary: 'Ask a model what lies where you point',
  description:
    'Waits for the answer, twelve seconds at most; leaving ends it. Nothing is kept: send the region with a pin. Without a model, look for edges yourself.',
  request: { params: frameParam, body: jsonBody(askSelectionSchema) },
  responses: answers(200, selectedSchema, 'A region'),
});

const segmenter = createRoute({
  method: 'get',
  path: '/frames/{frameId}/segmenter',
  tags,
  summary: 'The model that would answer a selection now',
  request: { params: frameParam },
  responses: answers(200, segmenterSchema, 'Its name'),
});

export const selectionRoutes: Routes = (ctx) => {
  const waitMsOf = limitTries(perPerson);
  return routes()
    .openapi(ask, async (c) => {
      const actor = c.get('actor');
      const { versionId, seen, ...hints } = c.req.valid('json');
      const { frameId } = c.req.valid('param');
      const waitMs = waitMsOf(actor.kind === 'person' ? actor.personId : actor.guestId, ctx.now().getTime());
      if (waitMs > 0) {
        const facts = { retryAfterSeconds: Math.ceil(waitMs / 1000) };
        throw new ApiProblem('selection.too-often', 429, 'Too many selections; wait a little.', facts);
      }
      const wish = {
        frameId,
        versionId,
        hints: { ...hints, ...(seen && { seen }) },
        signal: c.req.raw.signal,
      };
      return send(c, 200, { schema: selectedSchema, value: unwrap(await askSelection(ctx, actor, wish)) });
    })
    .openapi(segmenter, async (c) => {
      const value = unwrap(await findSegmenter(ctx, c.get('actor'), c.req.valid('param').frameId));
      return send(c, 200, { schema: segmenterSchema, value });
    });
};
