'use client';

import { openCompareOf } from '../compare/openCompare.ts';
import { pairVersions } from '../compare/pairVersions.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { useFrameVersions } from '../state/useFrameVersions.ts';

/** Compares the selected frame's versions; null while there are no two. */
export function useOpenCompare(): (() => void) | null {
  const { store } = useBoardContext();
  const found = useFrameVersions(useBoard(({ frameId }) => frameId));
  if (!found || !pairVersions(found.versions)) return null;
  return () => openCompareOf(store, found.versions, found.frame.id);
}
