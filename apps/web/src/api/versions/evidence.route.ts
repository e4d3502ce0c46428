import { createRoute, z } from '@hono/zod-openapi';
import { readEvidence, withEvidenceFiles } from '@pinpaint/actions';
import { judgeVersion } from '@pinpaint/domain';
import { verifyInThread } from '@pinpaint/pictures';
import { type Routes, routes } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { evidenceSchema, verdictSchema } from '../schemas/evidence.ts';
import { answers, answersBytes, send } from '../schemas/openapi.ts';
import { versionParam } from '../schemas/params.ts';
import { sendBlob } from '../uploads/sendBlob.ts';
import { takeTurns } from './takeTurns.ts';
import { claimsOf, toEvidence } from './toEvidence.ts';

const tags = ['Proof'];
const params = versionParam;
const place = z.coerce.number().int().min(0).max(10_000);

const evidence = createRoute({
  method: 'get',
  path: '/versions/{versionId}/evidence',
  tags,
  summary: 'All that a version’s proof follows from, to recompute it without trusting anybody',
  request: { params },
  responses: answers(200, evidenceSchema, 'Content, claims, and where the files are'),
});

const verify = createRoute({
  method: 'get',
  path: '/versions/{versionId}/verify',
  tags,
  summary: 'Recompute a version’s proof here, from master, layers and result',
  request: { params },
  responses: answers(200, verdictSchema, 'What holds, in a line'),
});

const file = (path: string, summary: string) =>
  createRoute({
    method: 'get',
    path: `/versions/{versionId}/${path}`,
    tags,
    summary,
    request: { params },
    responses: answersBytes(['image/tiff'], 'A pyramidal TIFF at the master’s own depth and profile'),
  });

const plane = (path: string, summary: string) =>
  createRoute({
    method: 'get',
    path: `/versions/{versionId}/${path}/{n}`,
    tags,
    summary,
    request: { params: params.extend({ n: place }) },
    responses: answersBytes(['image/png'], '8-bit grey, of the size the evidence names'),
  });

const master = file('master', 'The master a version is made over');
const result = file('result', 'A submitted version’s result, as it is stored');
const permitted = plane('permitted', 'What a layer’s edit was permitted to change');
const lockMask = plane('lock-masks', 'The mask of a drawn lock');

/** Each takes seconds of a core, and reads are free to ask for: beyond this they are told to come back. */
const turnLimits = { atOnce: 1, waiting: 8 };

export const evidenceRoutes: Routes = (ctx) => {
  const inTurn = takeTurns(turnLimits);
  return routes()
    .openapi(evidence, async (c) => {
      const found = unwrap(await readEvidence(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: evidenceSchema, value: toEvidence(found) });
    })
    .openapi(verify, async (c) => {
      const found = unwrap(await readEvidence(ctx, c.get('actor'), c.req.valid('param')));
      const turn = inTurn(() => withEvidenceFiles(ctx, found, verifyInThread));
      if (!turn) throw new ApiProblem('verify.busy', 429, 'Too many proofs are being recomputed; ask again.');
      return send(c, 200, { schema: verdictSchema, value: judgeVersion(claimsOf(found), await turn) });
    })
    .openapi(master, async (c) => {
      const { masterBlob } = unwrap(await readEvidence(ctx, c.get('actor'), c.req.valid('param')));
      return sendBlob(c, ctx.blobs, { digest: masterBlob, mediaType: 'image/tiff' });
    })
    .openapi(result, async (c) => {
      const { version } = unwrap(await readEvidence(ctx, c.get('actor'), c.req.valid('param')));
      const digest = version.resultBlob;
      if (!digest) throw new ApiProblem('version.not-rendered', 409, 'The version is not rendered yet.');
      return sendBlob(c, ctx.blobs, { digest, mediaType: 'image/tiff' });
    })
    .openapi(permitted, async (c) => {
      const { planes } = unwrap(await readEvidence(ctx, c.get('actor'), c.req.valid('param')));
      return sendPlane(planes.permitted[c.req.valid('param').n]?.digest, (digest) =>
        sendBlob(c, ctx.blobs, { digest, mediaType: 'image/png' }),
      );
    })
    .openapi(lockMask, async (c) => {
      const { planes } = unwrap(await readEvidence(ctx, c.get('actor'), c.req.valid('param')));
      const region = planes.locks[c.req.valid('param').n]?.region;
      return sendPlane(region?.kind === 'raster' ? region.mask : undefined, (digest) =>
        sendBlob(c, ctx.blobs, { digest, mediaType: 'image/png' }),
      );
    });
};

function sendPlane(
  digest: string | undefined,
  sent: (digest: string) => Promise<Response>,
): Promise<Response> {
  if (!digest) throw new ApiProblem('plane.not-found', 404, 'The evidence has no such plane.');
  return sent(digest);
}
