import { type Cells, cellKind } from './cells.ts';
import type { Fit } from './keyLight.ts';

/** Light that falls off along a flat thing: by so much of its mean from one end of the thing to the other. */
export type FallOff = { readonly right: number; readonly down: number };

/** Each cell's place on the thing, about −1…1 from its middle. */
export type Places = { readonly x: Float32Array; readonly y: Float32Array };

export function placesOf({ columns, kind }: Cells): Places {
  let [n, sx, sy] = [0, 0, 0];
  for (let i = 0; i < kind.length; i += 1) {
    if (kind[i] !== cellKind.thing) continue;
    n += 1;
    sx += i % columns;
    sy += Math.floor(i / columns);
  }
  // Of a disc of n cells.
  const radius = Math.sqrt(n / Math.PI);
  return {
    x: Float32Array.from(kind, (_, i) => ((i % columns) - sx / n) / radius),
    y: Float32Array.from(kind, (_, i) => (Math.floor(i / columns) - sy / n) / radius),
  };
}

/** The plane that comes nearest to the shading (least squares). */
export function fitFallOff({ kind }: Cells, shading: Float32Array, { x, y }: Places): Fit<FallOff> {
  let [n, x1, y1, s1, xx, xy, yy, xs, ys, ss] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < kind.length; i += 1) {
    if (kind[i] !== cellKind.thing) continue;
    const [u, v, s] = [x[i] ?? 0, y[i] ?? 0, shading[i] ?? 0];
    n += 1;
    x1 += u;
    y1 += v;
    s1 += s;
    xx += u * u;
    xy += u * v;
    yy += v * v;
    xs += u * s;
    ys += v * s;
    ss += s * s;
  }
  xx -= (x1 * x1) / n;
  xy -= (x1 * y1) / n;
  yy -= (y1 * y1) / n;
  xs -= (x1 * s1) / n;
  ys -= (y1 * s1) / n;
  const all = ss - (s1 * s1) / n;
  const det = xx * yy - xy * xy;
  if (!(det > 1e-9) || !(all > 1e-9)) return { light: { right: 0, down: 0 }, explained: 0 };
  const right = (xs * yy - ys * xy) / det;
  const down = (ys * xx - xs * xy) / det;
  return { light: { right, down }, explained: (right * xs + down * ys) / all };
}
