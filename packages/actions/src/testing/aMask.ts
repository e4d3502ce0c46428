import type { PixelSize } from '@pinpaint/domain';
import { keepBlobs } from '../blobs/keepBlobs.ts';
import type { Ctx } from '../ctx.ts';
import type { TestStudio } from './aStudio.ts';
import { valueFrom } from './valueFrom.ts';

/** A mask that a studio holds, as far as its header says it; for pixels, upload one. Its digest. */
export async function aMask(
  ctx: Pick<Ctx, 'db' | 'blobs'>,
  { studioId }: Pick<TestStudio, 'studioId'>,
  { width, height }: PixelSize,
): Promise<string> {
  const file = Buffer.alloc(33);
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  file.writeUInt8(8, 24);
  const stored = valueFrom(await ctx.blobs.put(file, { maxBytes: file.byteLength }));
  await keepBlobs(ctx.db, studioId, [{ ...stored, mediaType: 'image/png' }]);
  return stored.digest;
}
