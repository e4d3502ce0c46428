import { buffer } from 'node:stream/consumers';
import type { Db, Tx } from '@pinpaint/db';
import type { PixelSize, Region, StudioId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import type { ProblemCode } from '../problem.ts';

type Named = { readonly studioId: StudioId; readonly region: Region };

/** A mask is a blob of the same studio, and of its region's size; of another studio's, its digest names nothing. */
export async function maskProblem(
  ctx: Pick<Ctx, 'blobs'>,
  db: Db | Tx,
  { studioId, region }: Named,
): Promise<ProblemCode | null> {
  if (region.kind !== 'raster') return null;
  const { mask: digest, rect } = region;
  const held = await db.blob.count({ where: { studioId, digest, mediaType: 'image/png' } });
  const size = held > 0 ? await maskSize(ctx, digest) : null;
  if (!size) return 'mask.not-found';
  return size.width === rect.width && size.height === rect.height ? null : 'mask.other-size';
}

/** The fields of a PNG's IHDR (PNG §11.2.1): width, height, bit depth, colour type. */
const headerRange = { start: 16, end: 26 };
const grey = 0;

/** Of what was looked through when it came. Null for any other picture. */
async function maskSize({ blobs }: Pick<Ctx, 'blobs'>, digest: string): Promise<PixelSize | null> {
  const stream = await blobs.stream(digest, headerRange);
  const header = stream && (await buffer(stream));
  if (header?.byteLength !== 10 || header.readUInt8(8) !== 8 || header.readUInt8(9) !== grey) return null;
  return { width: header.readUInt32BE(0), height: header.readUInt32BE(4) };
}
