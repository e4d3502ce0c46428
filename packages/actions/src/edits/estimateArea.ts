import {
  boundsOfRegion,
  containsRect,
  type ExpectedCost,
  estimateCost,
  type IntentKind,
  inflateRect,
  intersectRects,
  type MeasuredEngine,
  type PixelRect,
  rectArea,
  uniteRects,
} from '@pinpaint/domain';
import { defaultGrowPx, planCrop } from '@pinpaint/imaging';
import { cropNeeds } from './cropNeeds.ts';
import type { EditArea } from './editArea.ts';

export type AreaEstimate = { readonly region: ExpectedCost; readonly frame: ExpectedCost };

export type AreaWish = {
  readonly kind: IntentKind;
  readonly area: EditArea;
  readonly growPx: number | null;
  readonly variants: number;
};

/**
 * What the region takes and what the whole frame would, by the same engine. From rectangles alone: it is
 * asked for while somebody still draws, so no pixel is touched.
 *
 * @returns null when nothing of the region lies in the frame.
 */
export function estimateArea(
  engine: MeasuredEngine,
  { kind, area, growPx, variants }: AreaWish,
): AreaEstimate | null {
  const reach = reachOf(area, growPx);
  const plan = reach && planCrop(reach, area.bounds, cropNeeds(kind, engine));
  if (!plan) return null;
  return {
    region: estimateCost(engine, plan.size.width * plan.size.height, variants),
    frame: estimateCost(engine, rectArea(area.bounds), variants),
  };
}

/** The rectangle that holds the permitted alpha. */
export function reachOf({ region, bounds, existing }: EditArea, growPx: number | null): PixelRect | null {
  if (region.kind === 'none') return addedRect(bounds, existing);
  const drawn = boundsOfRegion(region);
  const grown =
    drawn && intersectRects(inflateRect(drawn, Math.ceil(growPx ?? defaultGrowPx(drawn))), bounds);
  return grown && !containsRect(existing, bounds) ? uniteRects(grown, addedRect(bounds, existing)) : grown;
}

/** Of an extend: what is new; when it is new on two sides, all. Without any, the whole frame. */
function addedRect(bounds: PixelRect, existing: PixelRect): PixelRect {
  const right = bounds.x + bounds.width - (existing.x + existing.width);
  const bottom = bounds.y + bounds.height - (existing.y + existing.height);
  const [left, top] = [existing.x - bounds.x, existing.y - bounds.y];
  const sides = [left, right, top, bottom].filter((px) => px > 0);
  if (sides.length !== 1) return bounds;
  return {
    x: right > 0 ? existing.x + existing.width : bounds.x,
    y: bottom > 0 ? existing.y + existing.height : bounds.y,
    width: left || right || bounds.width,
    height: top || bottom || bounds.height,
  };
}
