import type { Picture } from '../picture/picture.ts';

export type GhostRequest = {
  readonly before: Picture;
  readonly after: Picture;
  /** Of the pictures' size, 0…255. */
  readonly alpha: Uint8Array;
};

/** How much of what was removed still shows: 0 = nothing, 1 = all of it. */
export function measureGhost(_request: GhostRequest): number {
  throw new Error('measureGhost: not built yet');
}
