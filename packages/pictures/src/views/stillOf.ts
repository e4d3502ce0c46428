import { openPicture } from '../openPicture.ts';

/** What Full HD shows. */
const longestPx = 1_920;

export type Still = { readonly jpeg: Uint8Array; readonly isPortrait: boolean };

/** A picture as a service is shown it that takes none of its own depth or profile: a JPEG in sRGB. */
export async function stillOf(picturePath: string): Promise<Still> {
  const { data, info } = await openPicture(picturePath, { applyProfile: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(longestPx, longestPx, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, isPortrait: info.height > info.width };
}
