import { open } from 'node:fs/promises';
import { type Placed, sampleBytes } from '@pinpaint/imaging';
import type { MasterFormat } from '../master/masterFormat.ts';
import { plainTiffHeader } from './plainTiffHeader.ts';

/** The bands of a picture from top to bottom, each of its full width. */
export type Strips = AsyncIterable<Placed> | Iterable<Placed>;

/**
 * Writes a picture that is made band by band, as a composite is, to an uncompressed TIFF, which
 * `makeMaster` and `encodeRendition` take from there. Never more than a band is in memory.
 *
 * @throws RangeError when the bands don't add up to the format.
 */
export async function writePicture(path: string, format: MasterFormat, strips: Strips): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(plainTiffHeader(format));
    let rows = 0;
    for await (const { picture } of strips) {
      const { width, channels, depth } = picture;
      if (width !== format.width || channels !== format.channels || depth !== format.depth) {
        throw new RangeError('writePicture: a band of another format');
      }
      await file.writeFile(sampleBytes(picture));
      rows += picture.height;
    }
    if (rows !== format.height) throw new RangeError(`writePicture: ${rows} rows of ${format.height}`);
  } finally {
    await file.close();
  }
}
