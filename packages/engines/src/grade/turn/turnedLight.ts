import type { LightSide } from '@pinpaint/domain';
import {
  type Cells,
  cellKind,
  type FallOff,
  type FoundLight,
  fitFallOff,
  type KeyLight,
  lightOnFlat,
  lightOnRound,
  meanOver,
} from '@pinpaint/imaging';
import { cube } from '../cube.ts';
import { litLightness } from './litLightness.ts';

const degrees = Math.PI / 180;
/** 0 is the right, a quarter turn is down. */
const azimuths = {
  right: 0,
  'bottom-right': 45 * degrees,
  bottom: 90 * degrees,
  'bottom-left': 135 * degrees,
  left: 180 * degrees,
  'top-left': 225 * degrees,
  top: 270 * degrees,
  'top-right': 315 * degrees,
} as const satisfies Record<Exclude<LightSide, 'front'>, number>;

/** A key light from one side stands no nearer to the eye than this, and no further round. */
const leastTilt = 55 * degrees;
const mostTilt = 65 * degrees;
/** Of all the light, so much at least comes from the side asked for: else nobody would see where from. */
const leastKey = 0.6;
const leastFallOff = 0.35;
/** Light is multiplied or divided by no more than this: what lies in the dark is noise. */
const mostTimes = 4;
/** Shadows of a model are never quite black. */
const darkest = 0.1;

/** Rounds in which the turn is set right by what is still left of the old light. */
const rounds = 4;

/**
 * By what each cell's light is to be multiplied so that it comes from the side asked for, as the natural log.
 * On the mean the thing stays as light as it was.
 */
export function turnedLight({ cells, seen, found }: Lit, side: LightSide): Float32Array {
  if (side === 'front') return changeTo({ cells, found }, null);
  const goal = azimuths[side];
  let asked = goal;
  let logs = changeTo({ cells, found }, asked);
  for (let round = 0; round < rounds; round += 1) {
    asked += turnBetween(azimuthUnder(logs, { cells, seen, found }), goal);
    logs = changeTo({ cells, found }, asked);
  }
  return logs;
}

type Lit = { readonly cells: Cells; readonly seen: Cells; readonly found: FoundLight };

/** @param azimuth null: from the eye's own direction */
function changeTo({ cells, found }: Omit<Lit, 'seen'>, azimuth: number | null): Float32Array {
  const [was, is] =
    found.shape === 'round'
      ? [lightOnRound(found.light, found.normals), lightOnRound(turnKey(found.light, azimuth), found.normals)]
      : [
          lightOnFlat(found.light, found.places),
          lightOnFlat(turnFallOff(found.light, azimuth), found.places),
        ];
  const evened = meanOver(cells, was) / meanOver(cells, is);
  const most = Math.log(mostTimes);
  const logs = was.map((before, i) => {
    if (cells.kind[i] !== cellKind.thing) return 0;
    const times = Math.max(darkest, (is[i] ?? 0) * evened) / Math.max(darkest, before);
    return most * Math.tanh(Math.log(times) / most);
  });
  return carriedOut(cells, softened(cells, softened(cells, logs)));
}

/** Where the light comes from after such a change, as the cells would show it. */
function azimuthUnder(logs: Float32Array, { seen, found }: Lit): number {
  const shading = found.shading.map((light, i) => {
    const lightness = seen.lightness[i] ?? 0;
    return lightness > 0
      ? light * cube(litLightness(lightness, Math.exp((logs[i] ?? 0) / 3)) / lightness)
      : 0;
  });
  const { light } = fitFallOff(seen, shading, found.shape === 'round' ? found.normals : found.places);
  return Math.atan2(light.down, light.right);
}

/** The shorter way from one azimuth to another. */
function turnBetween(from: number, to: number): number {
  const turn = (to - from) % (2 * Math.PI);
  if (turn > Math.PI) return turn - 2 * Math.PI;
  return turn < -Math.PI ? turn + 2 * Math.PI : turn;
}

function turnKey({ ambient, key, tilt, azimuth: was }: KeyLight, azimuth: number | null): KeyLight {
  const all = ambient + key;
  const share = Math.max(leastKey, key / all);
  const next = { ambient: all * (1 - share), key: all * share };
  if (azimuth === null) return { ...next, azimuth: was, tilt: 0 };
  return { ...next, azimuth, tilt: Math.min(mostTilt, Math.max(leastTilt, tilt)) };
}

function turnFallOff({ right, down }: FallOff, azimuth: number | null): FallOff {
  if (azimuth === null) return { right: 0, down: 0 };
  const slope = Math.max(leastFallOff, Math.hypot(right, down));
  return { right: slope * Math.cos(azimuth), down: slope * Math.sin(azimuth) };
}

/** Means of a cell and its neighbours on the thing: a model's light has creases, real light has none. */
function softened({ columns, kind }: Cells, plane: Float32Array): Float32Array {
  return plane.map((value, i) => {
    if (kind[i] !== cellKind.thing) return 0;
    let [sum, count] = [2 * value, 2];
    for (const j of [i - 1, i + 1, i - columns, i + columns]) {
      if (kind[j] !== cellKind.thing) continue;
      sum += plane[j] ?? 0;
      count += 1;
    }
    return sum / count;
  });
}

/** A thing's rim lies in cells that are mostly something else: those take their neighbours' light. */
const reach = 4;

function carriedOut({ columns, kind }: Cells, plane: Float32Array): Float32Array {
  const known = kind.map((value) => (value === cellKind.thing ? 1 : 0));
  const full = plane.slice();
  for (let round = 0; round < reach; round += 1) {
    const was = known.slice();
    for (let i = 0; i < full.length; i += 1) {
      if (was[i] === 1) continue;
      const near = [i - 1, i + 1, i - columns, i + columns].filter((j) => was[j] === 1);
      if (near.length === 0) continue;
      full[i] = near.reduce((sum, j) => sum + (full[j] ?? 0), 0) / near.length;
      known[i] = 1;
    }
  }
  return full;
}
