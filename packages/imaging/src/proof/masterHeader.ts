import type { PictureFormat } from '../picture/picture.ts';

/** The bytes hashed before the samples. `profileDigest` is the SHA-256 of the ICC profile; null: none, so sRGB. */
export function masterHeader(format: PictureFormat, profileDigest: string | null): Uint8Array {
  const { width, height, depth, channels } = format;
  return new TextEncoder().encode(
    `${JSON.stringify({ width, height, depth, channels, profile: profileDigest })}\n`,
  );
}
