import { inflateRect, intersectRects, type PixelRect, type Surface } from '@pinpaint/domain';
import type { EngineRequest } from '../engine.ts';
import { type Cells, cellsOf, luminanceOf, quantile } from './cells.ts';
import { readGloss } from './readGloss.ts';
import { type Grain, readGrain } from './readGrain.ts';
import { margin, readLight, type SurfaceLight, where } from './readLight.ts';
import { readWhite } from './readWhite.ts';

/** What an artwork takes on from what it lies on. */
export type SurfaceLook = {
  readonly cells: Cells;
  readonly light: SurfaceLight;
  readonly gloss: Float32Array;
  readonly grain: Grain;
  /** What white is there, for each of R, G, B. */
  readonly white: readonly [number, number, number];
  readonly whiteLuminance: number;
  /** The light's 95th percentile over its 5th. */
  readonly range: number;
};

/** Along the longer side: shading is coarser, and highlights seldom finer. */
const most = 320;

export function lookAtSurface({ crop }: EngineRequest, area: PixelRect, surface: Surface): SurfaceLook {
  const marginPx = Math.ceil(margin * Math.max(area.width, area.height));
  const whole = { x: 0, y: 0, width: crop.width, height: crop.height };
  const seen = intersectRects(inflateRect(area, marginPx), whole) ?? area;
  const cells = cellsOf(crop, seen, most);
  const light = readLight(cells, surface);
  const gloss = readGloss(cells, light);
  const grain = readGrain(crop, cells, light.plain);
  const white = readWhite(crop, light);
  const under = where(light.surface, light.inside);
  const range = quantile(under, 0.95) / quantile(under, 0.05);
  return {
    cells,
    light,
    gloss,
    grain,
    white,
    whiteLuminance: luminanceOf(...white),
    range,
  };
}
