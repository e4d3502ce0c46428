import { intersectRects, type PixelRect } from '@pinpaint/domain';
import type { AlphaPlane } from '@pinpaint/imaging';

type Growth = {
  /** What has pixels already, and what will have. */
  readonly existing: PixelRect;
  readonly bounds: PixelRect;
};

/** Whether a picture is to go on from a border that is wholly transparent: there is nothing there to go on from. */
export function growsFromUnseen(unseen: AlphaPlane, { existing, bounds }: Growth): boolean {
  const { x, y, width, height } = existing;
  const [right, bottom] = [x + width - 1, y + height - 1];
  const borders: PixelRect[] = [];
  if (bounds.x < x) borders.push({ x, y, width: 1, height });
  if (bounds.y < y) borders.push({ x, y, width, height: 1 });
  if (bounds.x + bounds.width - 1 > right) borders.push({ x: right, y, width: 1, height });
  if (bounds.y + bounds.height - 1 > bottom) borders.push({ x, y: bottom, width, height: 1 });
  return borders.some((border) => isAllSet(unseen, border));
}

/** What of `area` the plane doesn't reach is not looked at. */
function isAllSet({ rect, data }: AlphaPlane, area: PixelRect): boolean {
  const shared = intersectRects(rect, area);
  if (!shared) return false;
  for (let y = shared.y; y < shared.y + shared.height; y += 1) {
    const start = (y - rect.y) * rect.width + shared.x - rect.x;
    if (data.subarray(start, start + shared.width).some((value) => value === 0)) return false;
  }
  return true;
}
