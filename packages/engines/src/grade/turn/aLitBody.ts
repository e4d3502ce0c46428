import type { LightSide, Region } from '@pinpaint/domain';
import { type Picture, toOklab } from '@pinpaint/imaging';
import type { EngineRequest } from '../../engine.ts';
import { aRequest, grain } from '../aRequest.ts';

const degrees = Math.PI / 180;

/** Which way a made thing faces at a pixel; null beside it. x to the right, y down, z to the eye. */
type Shape = (x: number, y: number) => readonly [number, number, number] | null;

export type LitBody = {
  readonly shape: keyof typeof shapes;
  /** Where its light truly comes from, in degrees: 0 the right, 90 below. */
  readonly fromDegrees: number;
  readonly side: LightSide;
  readonly depth?: 8 | 16;
  readonly region?: Region;
  readonly locks?: readonly Region[];
};

export const litSize = { width: 260, height: 240 };
const centre = { x: 128, y: 118 };
const radius = 84;
const around: Region = { kind: 'ellipse', cx: centre.x, cy: centre.y, rx: radius + 12, ry: radius + 12 };

/** Bodies whose shape is known, on grey: a ball, an upright drum, a face-like egg, cloth on which light falls off. */
const shapes = {
  ball: round((x, y) => [x / radius, y / radius]),
  egg: round((x, y) => [x / (0.7 * radius), y / radius]),
  drum: (x, y) => {
    const u = x / (0.8 * radius);
    return Math.abs(u) < 1 && Math.abs(y) < radius ? [u, 0, Math.sqrt(1 - u * u)] : null;
  },
  cloth: (x, y) => (Math.abs(x) < radius && Math.abs(y) < radius ? [0, 0, 1] : null),
} as const satisfies Record<string, Shape>;

/** A made picture of it, with texture, lit by one light from that side and some from everywhere. */
export function aLitBody({ shape, fromDegrees, side, ...options }: LitBody): EngineRequest {
  const light = lightAt(fromDegrees);
  return aRequest({
    ...litSize,
    region: shape === 'ball' || shape === 'egg' ? around : box,
    ...options,
    wish: {
      kind: 'relight',
      thing: 'it',
      change: { warmth: 0, brightness: 0, contrast: 0, saturation: 0 },
      lightFrom: side,
    },
    colourAt: (x, y) => {
      const normal = shapes[shape](x - centre.x, y - centre.y);
      if (!normal) return [118, 120, 124];
      const texture = 1 + 0.1 * grain(x, y) + 0.08 * Math.sin(x / 2.3) * Math.sin(y / 1.9);
      const falls =
        shape === 'cloth' ? fallAt(x, y, fromDegrees) : 0.25 + 0.75 * Math.max(0, dot(normal, light));
      return paint.map((linear) => encoded(linear * falls * texture));
    },
  });
}

/** Where the light on the thing comes from, in degrees: where its surface, or what is flat, grows lighter. */
export function measuredSide(shape: LitBody['shape'], picture: Picture): number {
  const { lab } = toOklab(picture);
  const rows: number[][] = [];
  for (let y = 0; y < litSize.height; y += 1) {
    for (let x = 0; x < litSize.width; x += 1) {
      const [u, v] = [x - centre.x, y - centre.y];
      const normal = shapes[shape](u, v);
      if (!normal) continue;
      const [nx, ny] = shape === 'cloth' ? [u / radius, v / radius] : normal;
      rows.push([nx, ny, (lab[(y * litSize.width + x) * 3] ?? 0) ** 3]);
    }
  }
  return slopeDegrees(rows);
}

export function isThing(shape: LitBody['shape'], i: number): boolean {
  return shapes[shape]((i % litSize.width) - centre.x, Math.floor(i / litSize.width) - centre.y) !== null;
}

const box: Region = {
  kind: 'rectangle',
  x: centre.x - radius - 10,
  y: centre.y - radius - 10,
  width: 2 * radius + 20,
  height: 2 * radius + 20,
};
/** A warm clay, linear. */
const paint = [0.62, 0.3, 0.2];

function round(place: (x: number, y: number) => readonly [number, number]): Shape {
  return (x, y) => {
    const [u, v] = place(x, y);
    const square = u * u + v * v;
    return square < 1 ? [u, v, Math.sqrt(1 - square)] : null;
  };
}

function lightAt(fromDegrees: number): readonly [number, number, number] {
  const [azimuth, tilt] = [fromDegrees * degrees, 50 * degrees];
  return [Math.cos(azimuth) * Math.sin(tilt), Math.sin(azimuth) * Math.sin(tilt), Math.cos(tilt)];
}

function fallAt(x: number, y: number, fromDegrees: number): number {
  const along =
    ((x - centre.x) * Math.cos(fromDegrees * degrees) + (y - centre.y) * Math.sin(fromDegrees * degrees)) /
    radius;
  return 0.6 + 0.3 * along;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

function encoded(linear: number): number {
  return 255 * (linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055);
}

/** The direction in which light grows most, by least squares over normals that are even about 0. */
function slopeDegrees(rows: readonly number[][]): number {
  const mean = (k: number) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length;
  const means = [mean(0), mean(1), mean(2)];
  const product = (j: number, k: number) =>
    rows.reduce((sum, row) => sum + ((row[j] ?? 0) - (means[j] ?? 0)) * ((row[k] ?? 0) - (means[k] ?? 0)), 0);
  const across = product(0, 2) / Math.max(1e-9, product(0, 0));
  const down = product(1, 1) > 1e-6 ? product(1, 2) / product(1, 1) : 0;
  return (Math.atan2(down, across) / degrees + 360) % 360;
}
