import {
  boundsOfRegion,
  type CarriedShape,
  carryRegion,
  type FindWay,
  type Homography,
  identity,
  intersectRects,
  invert,
  isTranslation,
  mapPoint,
  type PixelRect,
  type Region,
} from '@pinpaint/domain';
import { type AlphaPlane, makeAlpha, rasterise, trimAlpha } from '@pinpaint/imaging';
import { type Finding, findRegion } from '@pinpaint/imaging/find';
import { encodeAlpha } from '../wire/encodeAlpha.ts';
import type { BaseSource } from './base.ts';
import { type MaskFiles, readableRegion, unpackMasks } from './masks.ts';
import { openFrame } from './openFrame.ts';

export type SeekRegion = {
  readonly source: BaseSource;
  readonly target: BaseSource;
  /** In the source's frame space. */
  readonly region: Region;
  /** Known already, where both frames have one master; null: to be found. */
  readonly known: Homography | null;
  readonly masks: MaskFiles;
};

/** Where a region lies in another frame, or why it was left out. */
export type SoughtRegion =
  | {
      readonly finding: Finding & { readonly found: true };
      readonly region: Exclude<Region, { kind: 'raster' }>;
      readonly mask: null;
    }
  /** Drawn by its samples: the mask that its samples make there, still to be stored. */
  | {
      readonly finding: Finding & { readonly found: true };
      readonly region: { readonly kind: 'raster'; readonly rect: PixelRect };
      readonly mask: Uint8Array;
    }
  | { readonly finding: Finding & { readonly found: false } };

/** Looks for a region of one frame in another one, and draws it there. */
export async function seekRegion(wish: SeekRegion): Promise<SoughtRegion> {
  const { region, target, masks } = wish;
  const finding = await findIn(wish);
  if (!finding.found) return { finding };
  if (region.kind !== 'raster') {
    const carried = carryRegion(region, finding.matrix);
    return carried && carried.kind !== 'raster' ? { finding, region: carried, mask: null } : nowhere();
  }
  const planes = await unpackMasks([region], masks);
  const readable = readableRegion(region, planes);
  const drawn = readable && rasterise(readable, region.rect, planes);
  const plane = drawn && carriedPlane(drawn, finding.matrix, target.bounds);
  if (!plane) return nowhere();
  return { finding, region: { kind: 'raster', rect: plane.rect }, mask: await encodeAlpha(plane) };
}

function nowhere(): SoughtRegion {
  return { finding: { found: false, reason: 'series.partly-outside', figures: null } };
}

async function findIn({ source, target, region, known }: SeekRegion): Promise<Finding> {
  const area = boundsOfRegion(region);
  if (!area) return certain('whole-frame', identity);
  if (known) return certain('same-master', known);
  const [from, to] = await Promise.all([openFrame(source), openFrame(target)]);
  return findRegion({
    source: { reader: from, bounds: source.bounds },
    target: { reader: to, bounds: target.bounds },
    area,
  });
}

/** Nothing was searched for, so there is nothing to doubt. */
function certain(way: FindWay, matrix: Homography): Finding {
  const figures = { inliers: 0, inlierShare: 1, errorPx: 0, correlation: 1, secondBest: 0 };
  return { found: true, way, model: 'identity', matrix, figures };
}

/** A mask's samples where a map takes them; moved by whole pixels, they stay what they are. */
function carriedPlane(plane: AlphaPlane, h: Homography, within: PixelRect): AlphaPlane | null {
  const back = invert(wholePixels(h));
  const carried = carryRegion({ kind: 'rectangle', ...plane.rect } satisfies CarriedShape, wholePixels(h));
  const bounds = carried && boundsOfRegion(carried);
  const rect = bounds && intersectRects(bounds, within);
  if (!back || !rect) return null;
  const made = makeAlpha(rect);
  for (let i = 0; i < made.data.length; i += 1) {
    const at = mapPoint(back, [rect.x + (i % rect.width) + 0.5, rect.y + Math.floor(i / rect.width) + 0.5]);
    if (at) made.data[i] = sampleAlpha(plane, at[0], at[1]);
  }
  return trimAlpha(made);
}

function wholePixels(h: Homography): Homography {
  return isTranslation(h) ? [1, 0, Math.round(h[2]), 0, 1, Math.round(h[5]), 0, 0, 1] : h;
}

/** Between four samples; outside of the plane it is 0. */
function sampleAlpha({ rect, data }: AlphaPlane, x: number, y: number): number {
  const [left, top] = [x - rect.x - 0.5, y - rect.y - 0.5];
  const [x0, y0] = [Math.floor(left), Math.floor(top)];
  const [fx, fy] = [left - x0, top - y0];
  const at = (column: number, row: number) =>
    column < 0 || row < 0 || column >= rect.width || row >= rect.height
      ? 0
      : (data[row * rect.width + column] ?? 0);
  const upper = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
  const lower = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
  return upper * (1 - fy) + lower * fy + 0.5;
}
