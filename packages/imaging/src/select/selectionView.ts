import {
  boundsOfRegion,
  containsRect,
  type FramePoint,
  intersectRects,
  type PixelRect,
  type PixelSize,
} from '@pinpaint/domain';
import { isIn } from './placeHints.ts';
import type { SelectHints } from './selectThing.ts';

/** What a model is shown of a picture: this part of it, as large as that. */
export type SelectionView = { readonly rect: PixelRect; readonly size: PixelSize };

/** A point and a box in the view's pixels. */
type Point = { readonly x: number; readonly y: number };
export type PlacedSelection = {
  readonly inside: readonly Point[];
  readonly outside: readonly Point[];
  readonly box: { readonly from: Point; readonly to: Point } | null;
};

/** The square that these models see; a larger picture would only be made smaller by them. */
const seenPx = 1024;
/** Of each side of the picture. Who moves the view a little asks about the same part again, which then has been read. */
const steps = 8;

/**
 * The part of a picture that is seen, with all that was pointed at, else the whole.
 *
 * @returns null when nothing of the picture was pointed at
 */
export function selectionView(bounds: PixelRect, { around, add, seen }: SelectHints): SelectionView | null {
  const box = around && intersectRects(boundsOfRegion(around) ?? nothing, bounds);
  if (!box && !add.some((point) => isIn(bounds, point))) return null;
  const part = seen && intersectRects(seen, bounds);
  const stepped = part && outToSteps(part, bounds);
  const holdsAll =
    stepped && add.every((point) => isIn(stepped, point)) && (!box || containsRect(stepped, box));
  const rect = holdsAll ? stepped : bounds;
  const by = Math.min(1, seenPx / Math.max(rect.width, rect.height));
  const scaled = (length: number): number => Math.max(1, Math.round(length * by));
  return { rect, size: { width: scaled(rect.width), height: scaled(rect.height) } };
}

/** Where the hints lie in the view; points beside it are left out. */
export function placeSelection(
  { around, add, remove }: SelectHints,
  { rect, size }: SelectionView,
): PlacedSelection {
  const place = ([x, y]: FramePoint): Point => ({
    x: ((x - rect.x) * size.width) / rect.width,
    y: ((y - rect.y) * size.height) / rect.height,
  });
  const drawn = around && boundsOfRegion(around);
  const box = drawn && intersectRects(drawn, rect);
  const within = (points: readonly FramePoint[]) => points.filter((point) => isIn(rect, point)).map(place);
  return {
    inside: within(add),
    outside: within(remove),
    box: box && {
      from: place([box.x, box.y]),
      to: place([box.x + box.width, box.y + box.height]),
    },
  };
}

const nothing: PixelRect = { x: 0, y: 0, width: 0, height: 0 };

function outToSteps(part: PixelRect, bounds: PixelRect): PixelRect {
  const across = outwards(part.x - bounds.x, part.width, bounds.width);
  const down = outwards(part.y - bounds.y, part.height, bounds.height);
  return {
    x: bounds.x + across.from,
    y: bounds.y + down.from,
    width: across.to - across.from,
    height: down.to - down.from,
  };
}

function outwards(
  from: number,
  length: number,
  whole: number,
): { readonly from: number; readonly to: number } {
  const step = whole / steps;
  return {
    from: Math.floor(Math.floor(from / step) * step),
    to: Math.min(whole, Math.ceil(Math.ceil((from + length) / step) * step)),
  };
}
