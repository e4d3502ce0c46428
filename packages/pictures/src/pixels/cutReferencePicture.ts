import { openPicture } from '../openPicture.ts';
import { type RgbaPlane, rgbaPlane } from '../rgbaPlane.ts';
import { enoughSize } from './enoughSize.ts';
import type { ReferencePlanes } from './parcel/engineParcels.ts';

/** A picture that a match is shown: a file that was looked through when it came. */
export type ReferenceFile = { readonly file: Uint8Array };

/** All of a picture, in sRGB at 8 bits. Which way up it lies tells no colour, so it stays as it is stored. */
export async function cutReferencePicture({ file }: ReferenceFile): Promise<ReferencePlanes> {
  const picture = openPicture(file, { applyProfile: true });
  const { icc, ...stored } = await picture.metadata();
  const { width, height } = enoughSize(stored);
  picture.resize(width, height, { fit: 'fill' });
  return planesOf(await rgbaPlane(picture, { hasProfile: icc !== undefined }));
}

function planesOf({ width, height, data: rgba }: RgbaPlane): ReferencePlanes {
  const data = new Uint8Array(width * height * 3);
  const alpha = new Uint8Array(width * height);
  for (let i = 0; i < alpha.length; i += 1) {
    data.set(rgba.subarray(4 * i, 4 * i + 3), 3 * i);
    alpha[i] = rgba[4 * i + 3] ?? 0;
  }
  return { crop: { width, height, depth: 8, data }, alpha };
}
