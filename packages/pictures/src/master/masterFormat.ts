import type { PictureFormat } from '@pinpaint/imaging';
import { openPicture } from '../openPicture.ts';

/** What a master's header says. `icc` is its profile as it came; null: none, so sRGB. */
export type MasterFormat = PictureFormat & { readonly icc: Uint8Array | null };

/** Of a master, or of any file that `inspectPicture` let in and that lies as it is shown. */
export async function masterFormat(path: string): Promise<MasterFormat> {
  const { width, height, depth, hasAlpha, icc } = await openPicture(path).metadata();
  return {
    width,
    height,
    depth: depth === 'ushort' ? 16 : 8,
    channels: hasAlpha ? 4 : 3,
    icc: icc ? new Uint8Array(icc) : null,
  };
}

/** Big enough that few tiles make a crop, small enough that a crop decodes little it doesn't need. */
export const masterTilePx = 256;
