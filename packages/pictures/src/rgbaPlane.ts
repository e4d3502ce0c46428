import type { PixelSize } from '@pinpaint/domain';
import type { Sharp } from 'sharp';

/** RGBA8, row-major, straight alpha, sRGB; length = width × height × 4. */
export type RgbaPlane = PixelSize & { readonly data: Uint8Array };

/** A file that takes longer was made to. */
const limitSeconds = 20;

/** @param hasProfile of its own; with a target named, 16-bit pictures without one are taken for Display P3 */
export async function rgbaPlane(
  picture: Sharp,
  { hasProfile }: { readonly hasProfile: boolean },
): Promise<RgbaPlane> {
  const { data, info } = await (hasProfile ? picture.withIccProfile('srgb', { attach: false }) : picture)
    .timeout({ seconds: limitSeconds })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 4) throw new Error(`A picture of ${info.channels} channels`);
  return {
    width: info.width,
    height: info.height,
    data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  };
}
