import { assertNever, type BrushStroke, boundsOfRegion, type PixelRect, type Region } from '@pinpaint/domain';
import { type AlphaPlane, alphaOver, makeAlpha } from './alphaPlane.ts';
import { coverage, type SpansAt } from './coverage.ts';
import { lassoSpans } from './lassoSpans.ts';
import { strokeSpans } from './strokeSpans.ts';

/** The samples of raster regions by their digest: 8-bit grey, row-major, of the region's own `rect`. */
export type RegionMasks = ReadonlyMap<string, Uint8Array>;

/**
 * How much of each pixel of `rect` a region covers, 0…255: exact along each of 16 lines a row. A lasso's
 * inside is by the non-zero rule. Only + − × ÷ √ and whole numbers, so that every machine agrees.
 *
 * @throws RangeError for a point, which covers nothing until it has been given a region, and for a
 *   raster whose mask is missing or of another size.
 */
export function rasterise(region: Region, rect: PixelRect, masks?: RegionMasks): AlphaPlane {
  switch (region.kind) {
    case 'none':
      return makeAlpha(rect, 255);
    case 'point':
      throw new RangeError('rasterise: a point has no area; give it a region first');
    case 'rectangle':
      return coverage(rect, boundsOfRegion(region), rectangleSpans(region));
    case 'ellipse':
      return coverage(rect, boundsOfRegion(region), ellipseSpans(region));
    case 'lasso':
      return coverage(rect, boundsOfRegion(region), lassoSpans(region.points));
    case 'brush':
      return rasteriseStrokes(region.strokes, rect);
    case 'raster':
      return alphaOver({ rect: region.rect, data: maskOf(region, masks) }, rect);
    default:
      return assertNever(region);
  }
}

function rectangleSpans(shape: Extract<Region, { kind: 'rectangle' }>): SpansAt {
  return (y, emit) => {
    if (y >= shape.y && y < shape.y + shape.height) emit(shape.x, shape.x + shape.width);
  };
}

function ellipseSpans({ cx, cy, rx, ry }: Extract<Region, { kind: 'ellipse' }>): SpansAt {
  return (y, emit) => {
    const v = (y - cy) / ry;
    const half = rx * Math.sqrt(Math.max(0, 1 - v * v));
    emit(cx - half, cx + half);
  };
}

/** Strokes next to each other that all paint, or all erase, are one shape; between shapes coverages multiply. */
function rasteriseStrokes(strokes: readonly BrushStroke[], rect: PixelRect): AlphaPlane {
  const plane = makeAlpha(rect);
  for (const run of runsOfOneKind(strokes)) {
    const { strokes: shape, erase } = run;
    const painted = shape.map((stroke) => ({ ...stroke, erase: false }));
    const bounds = boundsOfRegion({ kind: 'brush', strokes: painted });
    lay(plane.data, coverage(rect, bounds, strokeSpans(shape)).data, erase);
  }
  return plane;
}

type StrokeRun = { readonly erase: boolean; readonly strokes: BrushStroke[] };

function runsOfOneKind(strokes: readonly BrushStroke[]): readonly StrokeRun[] {
  const runs: StrokeRun[] = [];
  for (const stroke of strokes) {
    const last = runs.at(-1);
    if (last && last.erase === stroke.erase) last.strokes.push(stroke);
    else runs.push({ erase: stroke.erase, strokes: [stroke] });
  }
  return runs;
}

function lay(data: Uint8Array, shape: Uint8Array, erase: boolean): void {
  for (let i = 0; i < data.length; i += 1) {
    const cover = shape[i] ?? 0;
    if (cover === 0) continue;
    const was = data[i] ?? 0;
    data[i] = erase ? Math.round((was * (255 - cover)) / 255) : was + Math.round(((255 - was) * cover) / 255);
  }
}

function maskOf(region: Extract<Region, { kind: 'raster' }>, masks: RegionMasks | undefined): Uint8Array {
  const mask = masks?.get(region.mask);
  if (!mask) throw new RangeError(`rasterise: mask ${region.mask} was not given`);
  if (mask.length !== region.rect.width * region.rect.height) {
    throw new RangeError(`rasterise: mask ${region.mask} is not of its region's size`);
  }
  return mask;
}
