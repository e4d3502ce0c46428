import { createRoute, z } from '@hono/zod-openapi';
import {
  type Ctx,
  decideVersion,
  discardVersion,
  findVersion,
  listBoardVersions,
  listVersions,
  readVersion,
  signOffVersion,
  startDraft,
  submitVersion,
  withdrawVersion,
} from '@pinpaint/actions';
import { routes } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { answers, answersBytes, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { boardParam, frameParam, versionParam } from '../schemas/params.ts';
import { seenVersionSchema, versionSchema } from '../schemas/version.ts';
import { sendBlob } from '../uploads/sendBlob.ts';

const tags = ['Versions'];
const params = versionParam;
const aVersion = answers(200, versionSchema, 'The version');
const aSeenVersion = answers(200, seenVersionSchema, 'The version');
const versionList = z.object({ items: z.array(seenVersionSchema), next: z.number().int().nullable() });
const versionQuery = z.object({
  before: z.coerce.number().int().min(1).max(1_000_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const seen = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: 'The digest that was looked at' });
const comment = z.string().max(4_000).nullable().default(null);

const list = createRoute({
  method: 'get',
  path: '/frames/{frameId}/versions',
  tags,
  summary: 'A frame’s versions, newest first',
  request: { params: frameParam, query: versionQuery },
  responses: answers(200, versionList, 'Versions this reader may see'),
});

const listOfBoard = createRoute({
  method: 'get',
  path: '/boards/{boardId}/versions',
  tags,
  summary: 'The versions of all of a board’s frames, newest first',
  request: { params: boardParam, query: idPageQuery },
  responses: answers(200, pageOf(seenVersionSchema), 'Versions this reader may see'),
});

const get = createRoute({
  method: 'get',
  path: '/versions/{versionId}',
  tags,
  summary: 'A version with layers, proof and decisions',
  request: { params },
  responses: aSeenVersion,
});

const draft = createRoute({
  method: 'post',
  path: '/frames/{frameId}/draft',
  tags,
  summary: 'The frame’s draft: the open one, or a new one of the newest version',
  request: { params: frameParam },
  responses: answers(200, versionSchema, 'The draft'),
});

const thumb = createRoute({
  method: 'get',
  path: '/versions/{versionId}/thumbnail',
  tags,
  summary: 'A small picture of a submitted version',
  request: { params },
  responses: answersBytes(['image/webp'], 'At most 512 px, sRGB'),
});

const move = (verb: string, summary: string) =>
  createRoute({
    method: 'post',
    path: `/versions/{versionId}/${verb}`,
    tags,
    summary,
    request: { params },
    responses: aVersion,
  });

const submit = move('submit', 'Submit the draft for review: from here on it never changes');
const withdraw = move('withdraw', 'Take a version back from review');
const discard = move('discard', 'Throw the draft away');

const decide = createRoute({
  method: 'post',
  path: '/versions/{versionId}/decision',
  tags,
  summary: 'Approve, or request changes',
  request: {
    params,
    body: jsonBody(z.object({ kind: z.enum(['approve', 'request_changes']), digest: seen, comment })),
  },
  responses: aVersion,
});

const signOff = createRoute({
  method: 'post',
  path: '/versions/{versionId}/sign-off',
  tags,
  summary: 'A client’s word, recorded beside the version',
  request: {
    params,
    body: jsonBody(z.object({ kind: z.enum(['sign_off', 'sign_off_changes']), digest: seen, comment })),
  },
  responses: aSeenVersion,
});

export function versionRoutes(ctx: Ctx) {
  return routes()
    .openapi(list, async (c) => {
      const wish = { ...c.req.valid('query'), ...c.req.valid('param') };
      const value = unwrap(await listVersions(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: versionList, value });
    })
    .openapi(listOfBoard, async (c) => {
      const wish = { ...c.req.valid('query'), ...c.req.valid('param') };
      const value = unwrap(await listBoardVersions(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: pageOf(seenVersionSchema), value });
    })
    .openapi(get, async (c) => {
      const value = unwrap(await readVersion(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: seenVersionSchema, value });
    })
    .openapi(draft, async (c) => {
      const value = unwrap(await startDraft(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: versionSchema, value });
    })
    .openapi(thumb, async (c) => {
      const { versionId } = c.req.valid('param');
      const found = await findVersion(ctx.db, c.get('actor'), { versionId, action: 'version.read' });
      const { thumbBlob } = unwrap(found);
      if (!thumbBlob) throw new ApiProblem('version.not-rendered', 409, 'The version is not rendered yet.');
      return sendBlob(c, ctx.blobs, { digest: thumbBlob, mediaType: 'image/webp' });
    })
    .openapi(submit, async (c) => {
      const value = unwrap(await submitVersion(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: versionSchema, value });
    })
    .openapi(withdraw, async (c) => {
      const value = unwrap(await withdrawVersion(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: versionSchema, value });
    })
    .openapi(discard, async (c) => {
      const value = unwrap(await discardVersion(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: versionSchema, value });
    })
    .openapi(decide, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await decideVersion(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: versionSchema, value });
    })
    .openapi(signOff, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await signOffVersion(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: seenVersionSchema, value });
    });
}
