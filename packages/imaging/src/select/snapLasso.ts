import {
  boundsOfRegion,
  err,
  inflateRect,
  intersectRects,
  ok,
  type PixelRect,
  type PixelSize,
} from '@pinpaint/domain';
import { distanceField } from '../alpha/distanceField.ts';
import { toColours } from './colourPlane.ts';
import { cutPicture, guessedIn, guessedOut, surelyIn, surelyOut } from './cutPicture.ts';
import { learn } from './grabCut.ts';
import { insideOf } from './insideOf.ts';
import { leastEdge, meanEdge } from './meanEdge.ts';
import { outlineOf } from './outlineOf.ts';
import { countOf, fillHoles, keepParts } from './parts.ts';
import type { PixelReader } from './pixelReader.ts';
import type { Lasso, SelectResult } from './selectThing.ts';
import { sharpen } from './sharpen.ts';

export type SnapWish = {
  readonly read: PixelReader;
  readonly bounds: PixelRect;
  readonly lasso: Lasso;
  readonly signal?: AbortSignal | undefined;
};

const mostPixels = 160_000;
const leastSide = 4;
/** How far a line may move, as a share of the side of a square as large as what it holds. */
const reachShare = 0.1;
/** What a pixel as far off as that costs, in nats: a hand means about what it draws. */
const pull = 3;
const colourWeight = 0.35;
/** A line that holds less or more than this of what was drawn has run off to something else. */
const [leastKept, mostGrown] = [0.45, 2];

/** Moves a drawn line to the edges near it: a cut within a band round the line, towards which it is pulled. */
export async function snapLasso({ read, bounds, lasso, signal }: SnapWish): Promise<SelectResult> {
  const drawn = boundsOfRegion(lasso);
  const own = drawn && intersectRects(drawn, bounds);
  if (!own) return err({ code: 'select.outside' });
  if (Math.min(own.width, own.height) < leastSide) return err({ code: 'select.too-small' });
  const around = Math.ceil(Math.max(8, 0.2 * Math.max(own.width, own.height)));
  const window = intersectRects(inflateRect(own, around), bounds) ?? own;
  const view = await read(window, mostPixels);
  signal?.throwIfAborted();
  const plane = toColours(view);
  const start = insideOf(lasso, view.rect, plane);
  const { known, leaning } = bandRound(start, plane);
  const models = learn(plane, start);
  if (!models) return err({ code: 'select.nothing' });
  const cut = cutPicture({ plane, known, ...models, leaning, colourWeight, signal });
  const inside = fillHoles(keepParts(cut, plane, { seeds: [], keepsLarge: true }), plane, {
    share: 0.02,
    open: [],
  });
  const share = countOf(inside) / countOf(start);
  if (!(share >= leastKept && share <= mostGrown) || meanEdge(plane, inside) < leastEdge)
    return err({ code: 'select.nothing' });
  const coarse = {
    inside,
    size: plane,
    rect: view.rect,
    insideColours: models.inside,
    outsideColours: models.outside,
  };
  const sharp = await sharpen({ read, bounds, coarse, signal });
  const snapped = outlineOf(sharp.inside, sharp.size, sharp.rect);
  return snapped ? ok(snapped) : err({ code: 'select.nothing' });
}

/** What lies near the line is open, and leans to the side it was drawn on, the more the farther it is from the line. */
function bandRound(
  start: Uint8Array,
  size: PixelSize,
): { readonly known: Uint8Array; readonly leaning: Float32Array } {
  const reach = Math.max(3, reachShare * Math.sqrt(countOf(start)));
  const toInside = distanceField(start, size);
  const toOutside = distanceField(
    start.map((value) => 1 - value),
    size,
  );
  const deepest = Math.sqrt(
    toOutside.reduce((most, far) => (far > most && far < 0xffffffff ? far : most), 0),
  );
  // A narrow thing keeps a core, else nothing would hold it.
  const inward = Math.min(reach, deepest * 0.6);
  const leaning = new Float32Array(start.length);
  const known = start.map((value, i) => {
    const far = Math.sqrt((value === 1 ? toOutside[i] : toInside[i]) ?? 0) - 0.5;
    const limit = value === 1 ? inward : reach;
    leaning[i] = (value === 1 ? 1 : -1) * pull * (far / limit);
    if (far > limit) return value === 1 ? surelyIn : surelyOut;
    return value === 1 ? guessedIn : guessedOut;
  });
  return { known, leaning };
}
