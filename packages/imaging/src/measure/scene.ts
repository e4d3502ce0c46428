import type { PixelSize } from '@pinpaint/domain';
import { beyondLimit, distanceField } from '../alpha/distanceField.ts';
import type { Picture } from '../picture/picture.ts';
import { shrinkAlpha, shrinkFactor, shrinkView, type View, viewOf } from './view.ts';

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
  readonly alpha: Uint8Array;
  /** How far a touched pixel lies from the nearest untouched one, in view pixels; 0 on untouched ones. */
  readonly depth: Float32Array;
  /** How far an untouched pixel lies from the nearest touched one; 0 on touched ones, Infinity far away. */
  readonly away: Float32Array;
};

/** Nothing is measured farther from the border than this, outwards. */
const reachPx = 96;

/** @param limitPx of the longer side */
export function sceneOf({ before, after, alpha }: SceneRequest, limitPx: number): Scene {
  const factor = shrinkFactor(after, limitPx);
  const shown = viewOf(after, factor);
  const was = before === after ? shown : viewOf(before, factor);
  return sceneWith(was, shown, shrinkAlpha(alpha, after, factor));
}

export function shrinkScene(scene: Scene, limitPx: number): Scene {
  const factor = shrinkFactor(scene, limitPx);
  if (factor === 1) return scene;
  const alpha = shrinkAlpha(scene.alpha, scene, factor);
  return sceneWith(shrinkView(scene.before, factor), shrinkView(scene.after, factor), alpha);
}

function sceneWith(before: View, after: View, alpha: Uint8Array): Scene {
  const { width, height } = after;
  const untouched = alpha.map((value) => (value === 0 ? 1 : 0));
  const depth = rootsOf(distanceField(untouched, { width, height }));
  const away = rootsOf(distanceField(alpha, { width, height }, reachPx));
  return { before, after, alpha, width, height, depth, away };
}

function rootsOf(squares: Uint32Array): Float32Array {
  const roots = new Float32Array(squares.length);
  for (let i = 0; i < squares.length; i += 1) {
    const square = squares[i] ?? 0;
    roots[i] = square === beyondLimit ? Number.POSITIVE_INFINITY : Math.sqrt(square);
  }
  return roots;
}

/** 1 where a distance lies between the two, both included. */
export function within(distances: Float32Array, least: number, most: number): Uint8Array {
  const area = new Uint8Array(distances.length);
  for (let i = 0; i < distances.length; i += 1) {
    const px = distances[i] ?? 0;
    if (px >= least && px <= most) area[i] = 1;
  }
  return area;
}
