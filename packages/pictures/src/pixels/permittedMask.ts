import type { PixelRect } from '@pinpaint/domain';
import { encodeAlpha } from '../wire/encodeAlpha.ts';
import { type PermittedWish, permitted } from './permitted.ts';

export type MaskWish = PermittedWish & { readonly asPng: boolean };

export type PermittedMask = {
  readonly rect: PixelRect;
  /** In which the alpha is not 0. */
  readonly pixels: number;
  /** The alpha as it is stored, where it was asked for. */
  readonly png: Uint8Array | null;
};

/** `permitted` for people to look at: a plane of a hundred megapixels never leaves the thread. */
export async function permittedMask({ asPng, ...wish }: MaskWish): Promise<PermittedMask | null> {
  const alpha = await permitted(wish);
  if (!alpha) return null;
  let pixels = 0;
  for (const value of alpha.data) if (value !== 0) pixels += 1;
  return { rect: alpha.rect, pixels, png: asPng ? await encodeAlpha(alpha) : null };
}
