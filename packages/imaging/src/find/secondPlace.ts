import {
  boundsOfRegion,
  carryRegion,
  intersectRects,
  invert,
  mapPoint,
  type PixelRect,
} from '@pinpaint/domain';
import type CV from '@techstark/opencv-js';
import { findByFeatures, type Place, type PlaceWish } from './findPlace.ts';
import type { GreyView } from './greyView.ts';
import { resample } from './resample.ts';
import { bestPeak } from './template.ts';

/**
 * How well the best other place in the target would do, as a correlation: one like the found place itself, as
 * it lies there, or one that features lead to once those of the found place are left out. 0 when there is none.
 */
export function secondPlace(
  cv: typeof CV,
  wish: PlaceWish & { readonly area: PixelRect },
  found: Place,
): number {
  const area = carriedBounds(wish.area, found, wish.target.rect);
  const ring = carriedBounds(wish.ring, found, wish.target.rect);
  if (!area || !ring) return 0;
  const other = findByFeatures(cv, { ...wish, mask: maskWithout(wish.target, ring) });
  const otherArea = other && carriedBounds(wish.area, other, wish.target.rect);
  const isElsewhere = otherArea && !intersectRects(otherArea, area);
  const alike = likeItself(cv, wish, area) * Math.max(0, found.correlation);
  return Math.max(alike, isElsewhere ? other.correlation : 0);
}

/** The part of the target under a rectangle, slid over all of the target but where it comes from. */
function likeItself(cv: typeof CV, { target, detail }: PlaceWish, area: PixelRect): number {
  const [across, down] = [target.width / target.rect.width, target.height / target.rect.height];
  const size = {
    width: Math.max(4, Math.round(area.width * across)),
    height: Math.max(4, Math.round(area.height * down)),
  };
  const large = detail();
  const small = resample(large, area, size);
  const [x, y] = [(area.x - target.rect.x) * across, (area.y - target.rect.y) * down];
  const but = { x, y, across: size.width / 2, down: size.height / 2 };
  return bestPeak(cv, { small, large, but })?.correlation ?? 0;
}

function maskWithout(
  { rect, width, height, toFrame }: GreyView,
  { x, y, width: w, height: h }: PixelRect,
): Uint8Array {
  const mask = new Uint8Array(width * height).fill(255);
  const fromFrame = invert(toFrame);
  if (!fromFrame) return mask;
  const [left, top] = mapPoint(fromFrame, [Math.max(rect.x, x), Math.max(rect.y, y)]) ?? [0, 0];
  const [right, bottom] = mapPoint(fromFrame, [x + w, y + h]) ?? [0, 0];
  for (let row = Math.max(0, Math.floor(top)); row < Math.min(height, bottom); row += 1) {
    mask.fill(
      0,
      row * width + Math.max(0, Math.floor(left)),
      row * width + Math.max(0, Math.min(width, Math.ceil(right))),
    );
  }
  return mask;
}

export function carriedBounds(
  area: PixelRect,
  { matrix }: Pick<Place, 'matrix'>,
  within: PixelRect,
): PixelRect | null {
  const carried = carryRegion({ kind: 'rectangle', ...area }, matrix);
  const bounds = carried && boundsOfRegion(carried);
  return bounds && intersectRects(bounds, within);
}
