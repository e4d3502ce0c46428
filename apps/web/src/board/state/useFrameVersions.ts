'use client';

import { useMemo } from 'react';
import type { Frame, Version } from '../../data/types.ts';
import { useFrames, useVersions } from './useBoardData.ts';

export type FrameVersions = {
  readonly frame: Frame;
  /** Newest first. */
  readonly versions: readonly Version[];
};

/** A frame with its versions; null until both are read. */
export function useFrameVersions(frameId: string | null): FrameVersions | null {
  const { data: frames } = useFrames();
  const { data: versions } = useVersions();
  return useMemo(() => {
    const frame = frames?.find(({ id }) => id === frameId);
    if (!frame || !versions) return null;
    const own = versions.filter((version) => version.frameId === frameId);
    return { frame, versions: own.toSorted((one, other) => other.number - one.number) };
  }, [frames, versions, frameId]);
}
