import type { PixelRect } from '@pinpaint/domain';
import type { Ctx, StoredLayer } from '../ctx.ts';

export type LayerFiles = {
  readonly rect: PixelRect;
  readonly opacity: number;
  readonly patchDigest: string;
  readonly alphaDigest: string;
};

/** A layer with its files, for a pixel thread to lay. */
export async function readLayer(
  { blobs }: Pick<Ctx, 'blobs'>,
  { rect, opacity, ...files }: LayerFiles,
): Promise<StoredLayer> {
  const [patch, alpha] = await Promise.all([blobs.read(files.patchDigest), blobs.read(files.alphaDigest)]);
  if (!patch || !alpha) throw new Error(`A layer is not in the store: ${JSON.stringify(files)}`);
  return { rect, opacity, patch, alpha };
}
