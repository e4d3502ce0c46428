import type { Overlay } from '@pinpaint/actions';
import type { Context } from 'hono';
import { ApiProblem } from '../problems/ApiProblem.ts';

/** The reader may keep it for ever; where it lies stands beside it, since a screen needs both or neither. */
export async function sendOverlay(c: Context, { name, rect, render }: Overlay): Promise<Response> {
  const headers = {
    etag: `"${name}-overlay"`,
    'cache-control': 'private, max-age=31536000, immutable',
    'picture-rect': `${rect.x},${rect.y},${rect.width},${rect.height}`,
  };
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers);
  const png = await render();
  if (!png) throw new ApiProblem('blob.missing', 503, 'The file can’t be read right now.');
  return c.body(new Uint8Array(png), 200, { ...headers, 'content-type': 'image/png' });
}
