import type { FrameScene } from './scene.ts';

export type SceneParts = {
  /** Everything of it is on this device. */
  readonly isComplete: (scene: FrameScene) => boolean;
  /** Something of it can be seen. */
  readonly isBegun: (scene: FrameScene) => boolean;
};

/**
 * What stands in a frame stays until all of the next is there: a layer that has just been taken would
 * otherwise be gone for as long as its picture is on the way.
 */
export function sceneToDraw(
  shown: FrameScene | null,
  wanted: FrameScene,
  { isComplete, isBegun }: SceneParts,
): FrameScene {
  const isThere = isComplete(wanted);
  return isThere || !shown || !isBegun(shown) ? wanted : shown;
}
