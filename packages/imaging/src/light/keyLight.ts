import { type Cells, cellKind } from './cells.ts';
import type { Normals } from './normalsOf.ts';

/** A light on a body: `ambient` + `key` × how far a cell faces it. Azimuth 0 is right, a quarter turn is down. */
export type KeyLight = {
  readonly ambient: number;
  readonly key: number;
  readonly azimuth: number;
  /** Between the eye's own direction (0) and the picture's plane (a quarter turn); radians. */
  readonly tilt: number;
};

/** How much of the light's variation a model explains, 0…1. */
export type Fit<Light> = { readonly light: Light; readonly explained: number };

const azimuths = 48;
const tilts = 9;
const mostTilt = (80 * Math.PI) / 180;

/** The one light, with light from everywhere, that explains the shading of a round body best (Lambert). */
export function fitKeyLight(cells: Cells, shading: Float32Array, normals: Normals): Fit<KeyLight> {
  let best: Fit<KeyLight> = { light: { ambient: 1, key: 0, azimuth: 0, tilt: 0 }, explained: 0 };
  for (let t = 0; t < tilts; t += 1) {
    const tilt = (mostTilt * t) / (tilts - 1);
    for (let k = 0; k < (t === 0 ? 1 : azimuths); k += 1) {
      const azimuth = (2 * Math.PI * k) / azimuths;
      const line = fitLine(cells, facing(normals, { azimuth, tilt }), shading);
      if (line.slope < 0 || line.explained <= best.explained) continue;
      best = {
        light: { ambient: Math.max(0, line.level), key: line.slope, azimuth, tilt },
        explained: line.explained,
      };
    }
  }
  return best;
}

/** Of each cell, the cosine to the light, 0 where it faces away. */
export function facing(
  { x, y, z }: Normals,
  { azimuth, tilt }: Pick<KeyLight, 'azimuth' | 'tilt'>,
): Float32Array {
  const [lx, ly, lz] = [
    Math.cos(azimuth) * Math.sin(tilt),
    Math.sin(azimuth) * Math.sin(tilt),
    Math.cos(tilt),
  ];
  const cosines = new Float32Array(x.length);
  for (let i = 0; i < cosines.length; i += 1) {
    cosines[i] = Math.max(0, lx * (x[i] ?? 0) + ly * (y[i] ?? 0) + lz * (z[i] ?? 0));
  }
  return cosines;
}

type Line = { readonly level: number; readonly slope: number; readonly explained: number };

function fitLine({ kind }: Cells, xs: Float32Array, ys: Float32Array): Line {
  let [n, x, y, xx, xy, yy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < kind.length; i += 1) {
    if (kind[i] !== cellKind.thing) continue;
    const [u, v] = [xs[i] ?? 0, ys[i] ?? 0];
    n += 1;
    x += u;
    y += v;
    xx += u * u;
    xy += u * v;
    yy += v * v;
  }
  const [spread, along, all] = [xx - (x * x) / n, xy - (x * y) / n, yy - (y * y) / n];
  if (!(spread > 1e-9) || !(all > 1e-9)) return { level: 1, slope: 0, explained: 0 };
  const slope = along / spread;
  return { level: (y - slope * x) / n, slope, explained: (slope * along) / all };
}
