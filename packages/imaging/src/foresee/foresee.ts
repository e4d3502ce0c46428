import { gradientsOf } from '../measure/gradients.ts';
import { countEnds } from '../measure/measureBreaks.ts';
import { type Scene, sceneOf, within } from '../measure/scene.ts';
import { viewOf } from '../measure/view.ts';
import type { Picture } from '../picture/picture.ts';
import { lightClarity } from './lightClarity.ts';
import { measureFisheye } from './measureFisheye.ts';
import { measurePerspective } from './measurePerspective.ts';

export type ForeseeRequest = {
  /** The crop that an engine would get, in sRGB, no more than about 640 pixels a side. */
  readonly crop: Picture;
  /** Of its size: what may change, and what no engine may copy from (locks, and where there are no pixels yet). */
  readonly alpha: Uint8Array;
  readonly closed: Uint8Array;
  /** The whole frame, small. */
  readonly frame: Picture;
};

/** What can be told of an edit before it is run; see docs/figures.md. */
export type Foreseen = {
  /** Mean gradient of luma round the region, 8-bit steps a pixel. */
  readonly texture: number;
  /** Straight edges that run into the region and come out nowhere. */
  readonly looseEnds: number;
  /** Degrees; see `measurePerspective`. */
  readonly perspective: number;
  /** 0…1; see `measureFisheye`. */
  readonly fisheye: number;
  /** 1 − how clearly the light on the region comes from one side, 0…1. */
  readonly lightUnclear: number;
  /** How much larger the region is than what is left to copy from. */
  readonly holeOverRest: number;
};

export function foresee({ crop, alpha, closed, frame }: ForeseeRequest): Foreseen {
  const scene = sceneOf({ before: crop, after: crop, alpha }, 640);
  const gradients = gradientsOf(scene.after.luma, scene);
  const { ends, through } = countEnds(scene, gradients);
  return {
    texture: textureAround(scene, gradients),
    looseEnds: ends - 2 * through,
    perspective: measurePerspective(scene.after, nearOf(scene)),
    fisheye: measureFisheye(viewOf(frame, 1)),
    lightUnclear: 1 - lightClarity(crop, alpha),
    holeOverRest: holeOverRest(alpha, closed),
  };
}

const ringPx = 40;

function textureAround({ away }: Scene, { right, down }: ReturnType<typeof gradientsOf>): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < away.length; i += 1) {
    const px = away[i] ?? 0;
    if (px < 1 || px > ringPx) continue;
    sum += Math.hypot(right[i] ?? 0, down[i] ?? 0);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** Lines that end far from the region are not its concern; in it they are, as it is now. */
function nearOf({ away }: Scene): Uint8Array {
  return within(away, 0, 96);
}

function holeOverRest(alpha: Uint8Array, closed: Uint8Array): number {
  let [hole, rest] = [0, 0];
  for (let i = 0; i < alpha.length; i += 1) {
    if ((alpha[i] ?? 0) > 0) hole += 1;
    else if (closed[i] === 0) rest += 1;
  }
  return rest === 0 ? mostOver : Math.min(mostOver, hole / rest);
}

/** Stands for "nothing is left", which JSON has no number for. */
const mostOver = 1000;
