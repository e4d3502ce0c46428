'use client';

import { useFrames } from './useBoardData.ts';

/** Whether a frame's picture was drawn from words, so that nobody is told that it was uploaded. */
export function useIsDrawn(frameId: string): boolean {
  return useFrames().data?.some(({ id, drawing }) => id === frameId && drawing) ?? false;
}
