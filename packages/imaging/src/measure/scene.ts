import type { PixelSize } from '@pinpaint/domain';
import { distanceField } from '../alpha/distanceField.ts';
import type { Picture } from '../picture/picture.ts';
import { shrinkAlpha, shrinkFactor, type View, viewOf } from './view.ts';

export type SceneRequest = {
  readonly before: Picture;
  readonly after: Picture;
  /** Of the pictures' size, 0…255: what has changed. */
  readonly alpha: Uint8Array;
};

/** What an edit changed and what lies round it, small enough to be measured in a moment. */
export type Scene = PixelSize & {
  readonly before: View;
  readonly after: View;
  /** How far a touched pixel lies from the nearest untouched one, in view pixels; 0 on untouched ones. */
  readonly depth: Float32Array;
  /** How far an untouched pixel lies from the nearest touched one; 0 on touched ones, Infinity far away. */
  readonly away: Float32Array;
  /** Picture pixels to a view pixel, each way. */
  readonly factor: number;
};

/** Nothing is measured farther from the border than this. */
const reachPx = 96;

export function sceneOf({ before, after, alpha }: SceneRequest, limitPx: number): Scene {
  const factor = shrinkFactor(after, limitPx);
  const views = { before: viewOf(before, factor), after: viewOf(after, factor) };
  const touched = shrinkAlpha(alpha, after, factor);
  const { width, height } = views.after;
  return { ...views, ...distancesOf(touched, { width, height }), width, height, factor };
}

/** Both ways from the border of what is touched. */
function distancesOf(touched: Uint8Array, size: PixelSize): Pick<Scene, 'depth' | 'away'> {
  const untouched = touched.map((value) => (value === 0 ? 1 : 0));
  return {
    depth: rootsOf(distanceField(untouched, size, Infinity)),
    away: rootsOf(distanceField(touched, size, reachPx)),
  };
}

function rootsOf(squares: Uint32Array): Float32Array {
  return Float32Array.from(squares, (square) => (square === 0xffffffff ? Infinity : Math.sqrt(square)));
}
