import type { PixelRect } from '@pinpaint/domain';
import type { Picture } from '@pinpaint/imaging';
import { openPicture } from '../openPicture.ts';
import { rawPicture } from '../rawPicture.ts';
import { masterFormat } from './masterFormat.ts';

/**
 * The master's own samples under `rect`, in the master's pixels.
 *
 * @throws RangeError when `rect` is empty or leaves the master.
 */
export async function readCrop(masterPath: string, rect: PixelRect): Promise<Picture> {
  const format = await masterFormat(masterPath);
  const { x, y, width, height } = rect;
  if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > format.width || y + height > format.height) {
    throw new RangeError(`readCrop: ${JSON.stringify(rect)} leaves ${format.width} × ${format.height}`);
  }
  return rawPicture(openPicture(masterPath).extract({ left: x, top: y, width, height }), format.depth);
}
