import { createRoute } from '@hono/zod-openapi';
import { exportLedger, listLedger, verifyLedger } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { exportQuery, ledgerPageSchema, ledgerProofSchema, ledgerQuery } from '../schemas/ledger.ts';
import { answers, answersBytes, send } from '../schemas/openapi.ts';
import { exportFormats } from './exportFormats.ts';
import { streamText } from './streamText.ts';

const tags = ['Ledger'];

const list = createRoute({
  method: 'get',
  path: '/ledger',
  tags,
  summary: 'What has happened, as it is sealed',
  request: { query: ledgerQuery },
  responses: answers(200, ledgerPageSchema, 'Events in the order of the chain'),
});

const verify = createRoute({
  method: 'get',
  path: '/ledger/verify',
  tags,
  summary: 'Recompute the whole chain',
  responses: answers(200, ledgerProofSchema, 'Whether it holds, and where it first does not'),
});

const download = createRoute({
  method: 'get',
  path: '/ledger/export',
  tags,
  summary: 'The ledger as a file',
  request: { query: exportQuery },
  responses: answersBytes(['application/jsonl', 'text/csv'], 'One event a line'),
});

export const ledgerRoutes: Routes = (ctx) =>
  routes()
    .openapi(list, async (c) => {
      const value = unwrap(await listLedger(ctx, c.get('actor'), c.req.valid('query')));
      return send(c, 200, { schema: ledgerPageSchema, value });
    })
    .openapi(verify, async (c) =>
      send(c, 200, { schema: ledgerProofSchema, value: unwrap(await verifyLedger(ctx, c.get('actor'))) }),
    )
    .openapi(download, async (c) => {
      const { format, ...filter } = c.req.valid('query');
      const pages = unwrap(await exportLedger(ctx, c.get('actor'), filter));
      const { mediaType, write } = exportFormats[format];
      c.header('Content-Type', `${mediaType}; charset=utf-8`);
      c.header('Content-Disposition', `attachment; filename="ledger.${format}"`);
      return c.body(streamText(write(pages)));
    });
