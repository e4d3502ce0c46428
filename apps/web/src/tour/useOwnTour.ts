'use client';

import { useMemo } from 'react';
import type { Tour } from './tour.ts';
import { useTourState } from './tourState.ts';

/** As this browser walks it: on a fresh picture, when it began anew. */
export type OwnTour = Tour & {
  /** The demo's own picture, of which fresh ones are made. */
  readonly firstFrameId: string;
};

export function useOwnTour(tour: Tour | null): OwnTour | null {
  const { fresh } = useTourState();
  return useMemo(() => {
    if (!tour) return null;
    // Another installation at the same address knows nothing of it.
    const frameId = fresh?.boardId === tour.boardId ? fresh.frameId : tour.frameId;
    return { ...tour, frameId, firstFrameId: tour.frameId };
  }, [tour, fresh]);
}
