import type { Anchor, Aspect } from '../intent/intent.ts';
import type { PixelRect } from './region.ts';

/**
 * The bounds a frame has after an extend to `aspect`: one pair of sides grows, by whole pixels, and
 * nothing shrinks. The anchor says where in the new bounds the old ones lie: at `left`, new pixels come
 * on the right. One that does not fit the growing sides counts as `center`, where the smaller half of
 * an odd number goes left or on top.
 */
export function extendBounds(bounds: PixelRect, aspect: Aspect, anchor: Anchor): PixelRect {
  const width = Math.max(bounds.width, Math.round((bounds.height * aspect.width) / aspect.height));
  if (width > bounds.width) {
    const before = share(width - bounds.width, anchor, { start: 'left', end: 'right' });
    return { ...bounds, x: bounds.x - before, width };
  }
  const height = Math.max(bounds.height, Math.round((bounds.width * aspect.height) / aspect.width));
  const before = share(height - bounds.height, anchor, { start: 'top', end: 'bottom' });
  return { ...bounds, y: bounds.y - before, height };
}

/** How many of the added pixels come before the old ones. */
function share(added: number, anchor: Anchor, sides: { start: Anchor; end: Anchor }): number {
  if (anchor === sides.start) return 0;
  if (anchor === sides.end) return added;
  return Math.floor(added / 2);
}
