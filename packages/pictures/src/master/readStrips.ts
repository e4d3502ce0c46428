import type { Placed } from '@pinpaint/imaging';
import { openPicture } from '../openPicture.ts';
import { rawPicture } from '../rawPicture.ts';
import { masterFormat, masterTilePx } from './masterFormat.ts';

/**
 * A master from top to bottom in full-width bands, so that memory holds one band, whatever its size.
 *
 * @param rowsPerStrip best a multiple of `masterTilePx`: tiles between two bands are decoded twice.
 */
export async function* readStrips(masterPath: string, rowsPerStrip = masterTilePx): AsyncGenerator<Placed> {
  const { width, height, depth } = await masterFormat(masterPath);
  for (let y = 0; y < height; y += rowsPerStrip) {
    const rows = Math.min(rowsPerStrip, height - y);
    const band = openPicture(masterPath).extract({ left: 0, top: y, width, height: rows });
    yield { x: 0, y, picture: await rawPicture(band, depth) };
  }
}
