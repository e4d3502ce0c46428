import type { PixelRect, SurfaceMap } from '@pinpaint/domain';
import type { EngineRequest } from '../engine.ts';
import { type Cells, cellsOf, quantile } from './cells.ts';
import { readGloss } from './readGloss.ts';
import { type Grain, readGrain } from './readGrain.ts';
import { readLight, type SurfaceLight, where } from './readLight.ts';
import { readWhite } from './readWhite.ts';

/** What an artwork takes on from what it lies on. */
export type SurfaceLook = {
  readonly cells: Cells;
  readonly light: SurfaceLight;
  readonly gloss: Float32Array;
  readonly grain: Grain;
  /** What white is there, for each of R, G, B: the surface's own cast where it is grey enough to have one. */
  readonly white: readonly [number, number, number];
  /** The light's 95th percentile over its 5th. */
  readonly range: number;
};

/** Along the longer side: shading is coarser, and highlights seldom finer. */
const most = 320;

export function lookAtSurface({ crop }: EngineRequest, area: PixelRect, map: SurfaceMap): SurfaceLook {
  const cells = cellsOf(crop, area, most);
  const light = readLight(cells, map);
  const gloss = readGloss(cells, light);
  const grain = readGrain(crop, cells, light.plain);
  const level = readWhite(crop, Math.exp(light.logMiddle));
  const [red, green, blue] = castOf(light.tone);
  const under = where(light.logPlain, light.inside);
  const range = Math.exp(quantile(under, 0.95) - quantile(under, 0.05));
  return { cells, light, gloss, grain, white: [level * red, level * green, level * blue], range };
}

/** From this spread of its channels on a surface is coloured, and what it shows is paint; up to the first, light. */
const greyish = 0.18;
const coloured = 0.5;

function castOf(tone: SurfaceLight['tone']): SurfaceLight['tone'] {
  const spread = Math.max(...tone) - Math.min(...tone);
  const share = Math.min(1, Math.max(0, (coloured - spread) / (coloured - greyish)));
  const [red, green, blue] = tone;
  return [red ** share, green ** share, blue ** share];
}
