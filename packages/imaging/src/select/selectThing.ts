import {
  boundsOfRegion,
  err,
  type FramePoint,
  inflateRect,
  intersectRects,
  ok,
  type PixelRect,
  type PixelSize,
  type Region,
  type Result,
} from '@pinpaint/domain';
import { toColours } from './colourPlane.ts';
import { grabFromHints } from './grabFromHints.ts';
import { leastEdge, meanEdge } from './meanEdge.ts';
import { outlineOf } from './outlineOf.ts';
import { countOf, fillHoles, keepParts } from './parts.ts';
import type { PixelReader } from './pixelReader.ts';
import { isIn, type PlacedHints, pixelAt, placeHints } from './placeHints.ts';
import { sharpen } from './sharpen.ts';

/** A box, or a line that a hand has drawn round a thing. */
export type Around = Extract<Region, { kind: 'rectangle' | 'lasso' }>;

export type SelectHints = {
  /** The thing lies inside; null: only points tell where it is. In frame space, like the points. */
  readonly around: Around | null;
  /** On the thing, and not on it. */
  readonly add: readonly FramePoint[];
  readonly remove: readonly FramePoint[];
  /** What the person sees of the frame: without a line round it, a thing is looked for there. */
  readonly seen?: PixelRect;
};

export type SelectWish = {
  readonly read: PixelReader;
  /** What the frame covers; with points only, a thing is looked for in all of it. */
  readonly bounds: PixelRect;
  readonly hints: SelectHints;
  readonly signal?: AbortSignal | undefined;
};

export type SelectCode =
  /** No point and no box, or none of them on the frame. */
  | 'select.outside'
  /** Fewer pixels than a thing and its surroundings need. */
  | 'select.too-small'
  /** Nothing there has an edge of its own: one colour, or the whole picture. */
  | 'select.nothing';

export type Lasso = Extract<Region, { kind: 'lasso' }>;
export type SelectResult = Result<Lasso, { readonly code: SelectCode }>;

/** Enough to tell a thing from what is round it; its line is found again on finer pixels. */
const mostPixels = 120_000;
const leastSide = 4;
const holeShare = 0.02;
/** Round a box, as a share of its longer side: where the surroundings' colours are learnt. */
const margin = 0.3;

/**
 * Finds the thing that a box or points show, by GrabCut: a lasso along its edge. Time and memory are bounded whatever
 * the size of the picture, and the same hints on the same pixels give the same lasso.
 *
 * @throws what `signal` was aborted with
 */
export async function selectThing({ read, bounds, hints, signal }: SelectWish): Promise<SelectResult> {
  const window = windowOf(bounds, hints);
  if (!window) return err({ code: 'select.outside' });
  if (Math.min(window.width, window.height) < leastSide) return err({ code: 'select.too-small' });
  const view = await read(window, mostPixels);
  signal?.throwIfAborted();
  const plane = toColours(view);
  const placed = placeHints(hints, view.rect, plane);
  const found = grabFromHints(plane, placed, signal);
  if (!found) return err({ code: 'select.nothing' });
  const inside = tidy(found.inside, plane, placed);
  if (countOf(inside) === 0 || meanEdge(plane, inside) < leastEdge) return err({ code: 'select.nothing' });
  const sharp = await sharpen({
    read,
    bounds,
    coarse: { ...found, inside, size: plane, rect: view.rect },
    signal,
  });
  const lasso = outlineOf(sharp.inside, sharp.size, sharp.rect);
  return lasso ? ok(lasso) : err({ code: 'select.nothing' });
}

function windowOf(bounds: PixelRect, { around, add, seen = bounds }: SelectHints): PixelRect | null {
  if (!around) return add.some((point) => isIn(bounds, point)) ? windowSeen(bounds, seen, add) : null;
  const drawn = boundsOfRegion(around);
  const own = drawn && intersectRects(drawn, bounds);
  if (!own) return null;
  return intersectRects(
    inflateRect(own, Math.ceil(Math.max(12, margin * Math.max(own.width, own.height)))),
    bounds,
  );
}

/** Points that are seen no more, since the view has moved, are looked at again. */
function windowSeen(bounds: PixelRect, seen: PixelRect, add: readonly FramePoint[]): PixelRect {
  const window = intersectRects(bounds, seen);
  return window && add.every((point) => isIn(window, point)) ? window : bounds;
}

function tidy(inside: Uint8Array, size: PixelSize, { open, add, remove }: PlacedHints): Uint8Array {
  const at = (points: readonly FramePoint[]) => points.map((point) => pixelAt(point, size));
  const kept = keepParts(inside, size, { seeds: at(add), keepsLarge: open !== null });
  return fillHoles(kept, size, { share: holeShare, open: at(remove) });
}
