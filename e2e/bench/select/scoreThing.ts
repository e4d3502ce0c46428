import type { FramePoint, PixelRect } from '@pinpaint/domain';
import {
  distanceField,
  rasterise,
  readerOf,
  type SelectResult,
  selectThing,
  snapLasso,
} from '@pinpaint/imaging';
import type { GrabInBox } from './openOpenCv.ts';
import type { Thing } from './readThings.ts';

type Figure = { readonly iou: number; readonly seconds: number };

export type ThingScore = {
  readonly id: string;
  /** The region as it was drawn, before anything is found. */
  readonly drawn: { readonly iou: number };
  readonly box: Figure;
  /** OpenCV's grabCut from the same box on the same pixels; null where it is not installed. */
  readonly openCvBox: Figure;
  /** Means over five clicks: on the thing's deepest point, and around it. */
  readonly click: Figure & { readonly each: readonly number[] };
  /** GrabCut within the region as it was drawn. */
  readonly lasso: Figure;
  /** That region's line moved to the edges near it. */
  readonly snap: Figure;
};

/** A person's box is somewhat larger than the thing. */
const boxMargin = 0.03;
/** Of the way from the deepest point to the nearest edge. */
const clickOff = 0.45;

export async function scoreThing(thing: Thing, openCv: GrabInBox): Promise<ThingScore> {
  const { bounds, picture, region } = thing;
  const read = readerOf({ x: 0, y: 0, picture });
  const box = boxOf(thing);
  const lasso = { kind: 'lasso' as const, points: region };
  const hints = { around: null, add: [], remove: [] };
  const clicks: Figure[] = [];
  for (const point of clicksOn(thing)) {
    clicks.push(await time(thing, () => selectThing({ read, bounds, hints: { ...hints, add: [point] } })));
  }
  return {
    id: thing.id,
    drawn: { iou: likeness(thing, rasterise(lasso, bounds).data) },
    box: await time(thing, () =>
      selectThing({ read, bounds, hints: { ...hints, around: { kind: 'rectangle', ...box } } }),
    ),
    openCvBox: await timeOpenCv(thing, openCv, box),
    click: {
      iou: round(clicks.reduce((sum, { iou }) => sum + iou, 0) / clicks.length),
      seconds: round(clicks.reduce((sum, { seconds }) => sum + seconds, 0) / clicks.length),
      each: clicks.map(({ iou }) => iou),
    },
    lasso: await time(thing, () => selectThing({ read, bounds, hints: { ...hints, around: lasso } })),
    snap: await time(thing, () => snapLasso({ read, bounds, lasso })),
  };
}

async function time(thing: Thing, find: () => Promise<SelectResult>): Promise<Figure> {
  const from = performance.now();
  const result = await find();
  const seconds = round((performance.now() - from) / 1_000);
  return { iou: result.ok ? likeness(thing, rasterise(result.value, thing.bounds).data) : 0, seconds };
}

async function timeOpenCv(thing: Thing, grab: GrabInBox, box: PixelRect): Promise<Figure> {
  const from = performance.now();
  const alpha = await grab(thing.picture, box);
  return { iou: likeness(thing, alpha), seconds: round((performance.now() - from) / 1_000) };
}

function likeness({ truth }: Thing, alpha: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < truth.length; i += 1) {
    if (truth[i] === 2) continue;
    const isIn = (alpha[i] ?? 0) >= 128;
    if (isIn && truth[i] === 1) both += 1;
    if (isIn || truth[i] === 1) either += 1;
  }
  return round(both / either);
}

function boxOf({ truth, bounds }: Thing): PixelRect {
  let [left, top, right, bottom] = [bounds.width, bounds.height, 0, 0];
  truth.forEach((value, i) => {
    if (value !== 1) return;
    const [x, y] = [i % bounds.width, Math.floor(i / bounds.width)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  });
  const off = Math.round(boxMargin * Math.max(right - left, bottom - top));
  const [x, y] = [Math.max(0, left - off), Math.max(0, top - off)];
  return {
    x,
    y,
    width: Math.min(bounds.width, right + off) - x,
    height: Math.min(bounds.height, bottom + off) - y,
  };
}

function clicksOn({ truth, bounds }: Thing): readonly FramePoint[] {
  const depth = distanceField(
    truth.map((value) => (value === 1 ? 0 : 1)),
    bounds,
  );
  const deepest = depth.reduce((best, far, i) => (far > (depth[best] ?? 0) ? i : best), 0);
  const [x, y] = [(deepest % bounds.width) + 0.5, Math.floor(deepest / bounds.width) + 0.5];
  const off = clickOff * Math.sqrt(depth[deepest] ?? 0);
  return [
    [x, y],
    [x + off, y],
    [x - off, y],
    [x, y + off],
    [x, y - off],
  ];
}

function round(n: number): number {
  return Math.round(n * 1_000) / 1_000;
}
