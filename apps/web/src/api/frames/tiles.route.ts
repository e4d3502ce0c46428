import { createRoute, z } from '@hono/zod-openapi';
import type { Ctx } from '@pinpaint/actions';
import { findVersion } from '@pinpaint/actions';
import { masterFormat, tile, tileGrid } from '@pinpaint/pictures';
import type { Context } from 'hono';
import { routes } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { tileGridSchema } from '../schemas/frame.ts';
import { answers, answersBytes, send } from '../schemas/openapi.ts';
import { frameParam, versionParam } from '../schemas/params.ts';
import { readyFrame } from './frames.route.ts';

const tags = ['Tiles'];
const index = z.coerce.number().int().min(0).max(100_000);
const place = { level: index, x: index, y: index };
const kindQuery = z.object({ kind: z.enum(['webp', 'png']).default('webp') });
const tileAnswers = answersBytes(['image/webp', 'image/png'], 'A tile, sRGB; `png` has the very samples');

const frameGrid = createRoute({
  method: 'get',
  path: '/frames/{frameId}/tiles',
  tags,
  summary: 'The grid of a frame’s master',
  request: { params: frameParam },
  responses: answers(200, tileGridSchema, 'The grid'),
});

const frameTile = createRoute({
  method: 'get',
  path: '/frames/{frameId}/tiles/{level}/{x}/{y}',
  tags,
  summary: 'A tile of a frame’s master',
  request: { params: frameParam.extend(place), query: kindQuery },
  responses: tileAnswers,
});

const versionGrid = createRoute({
  method: 'get',
  path: '/versions/{versionId}/tiles',
  tags,
  summary: 'The grid of a submitted version',
  request: { params: versionParam },
  responses: answers(200, tileGridSchema, 'The grid'),
});

const versionTile = createRoute({
  method: 'get',
  path: '/versions/{versionId}/tiles/{level}/{x}/{y}',
  tags,
  summary: 'A tile of a submitted version',
  request: { params: versionParam.extend(place), query: kindQuery },
  responses: tileAnswers,
});

export function tileRoutes(ctx: Ctx) {
  return routes()
    .openapi(frameGrid, async (c) => {
      const { masterBlob } = await readyFrame(ctx, c, c.req.valid('param').frameId);
      return send(c, 200, { schema: tileGridSchema, value: await gridOf(ctx, masterBlob) });
    })
    .openapi(frameTile, async (c) => {
      const { frameId, ...at } = c.req.valid('param');
      const { masterBlob } = await readyFrame(ctx, c, frameId);
      return sendTile(ctx, c, { blob: masterBlob, at, kind: c.req.valid('query').kind });
    })
    .openapi(versionGrid, async (c) => {
      const { versionId } = c.req.valid('param');
      const version = unwrap(
        await findVersion(ctx.db, c.get('actor'), { versionId, action: 'version.read' }),
      );
      return send(c, 200, { schema: tileGridSchema, value: await gridOf(ctx, rendered(version.resultBlob)) });
    })
    .openapi(versionTile, async (c) => {
      const { versionId, ...at } = c.req.valid('param');
      const version = unwrap(
        await findVersion(ctx.db, c.get('actor'), { versionId, action: 'version.read' }),
      );
      return sendTile(ctx, c, { blob: rendered(version.resultBlob), at, kind: c.req.valid('query').kind });
    });
}

function rendered(blob: string | null): string {
  if (!blob) throw new ApiProblem('version.not-rendered', 409, 'The version is not rendered yet.');
  return blob;
}

async function gridOf(ctx: Ctx, digest: string) {
  return withFile(ctx, digest, async (path) => tileGrid(await masterFormat(path)));
}

type TileWish = {
  readonly blob: string;
  readonly at: { readonly level: number; readonly x: number; readonly y: number };
  readonly kind: 'webp' | 'png';
};

/** A tile follows from the blob's digest and its place alone, so a reader may keep it. */
async function sendTile(ctx: Ctx, c: Context, { blob, at, kind }: TileWish): Promise<Response> {
  const headers = {
    etag: `"${blob.slice(0, 32)}-${at.level}-${at.x}-${at.y}-${kind}"`,
    'cache-control': 'private, max-age=31536000, immutable',
  };
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers);
  const bytes = await withFile(ctx, blob, (path) => tile(path, at, kind));
  if (!bytes) throw new ApiProblem('tile.not-found', 404, 'The grid has no such tile.');
  return c.body(new Uint8Array(bytes), 200, { ...headers, 'content-type': `image/${kind}` });
}

async function withFile<T>(ctx: Ctx, digest: string, use: (path: string) => Promise<T>): Promise<T> {
  const file = await ctx.blobs.localFile(digest);
  if (!file) throw new ApiProblem('blob.missing', 503, 'The file can’t be read right now.');
  try {
    return await use(file.path);
  } finally {
    await file.release();
  }
}
