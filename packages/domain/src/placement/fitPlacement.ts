import type { PixelRect, PixelSize } from '../geometry/region.ts';
import type { Corners, Placement } from './placement.ts';

/** Where an artwork lies before anybody has moved it: as large as the rectangle lets it, upright, in its middle. */
export function fitPlacement(rect: PixelRect, artwork: PixelSize): Placement {
  return { surface: { kind: 'flat', corners: cornersWithin(rect, artwork) }, ...asItLies };
}

const asItLies = { opacity: 1, blend: 'normal', shading: 1 } as const;

function cornersWithin(rect: PixelRect, artwork: PixelSize): Corners {
  const scale = Math.min(rect.width / artwork.width, rect.height / artwork.height);
  const [width, height] = [artwork.width * scale, artwork.height * scale];
  const left = rect.x + (rect.width - width) / 2;
  const top = rect.y + (rect.height - height) / 2;
  return [
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height],
  ];
}
