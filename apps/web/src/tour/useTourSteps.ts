'use client';

import { useEffect } from 'react';
import { usePins, useVersions } from '../board/state/useBoardData.ts';
import { useTour } from './TourContext.tsx';
import type { Tour } from './tour.ts';
import { beginTour, useTourState } from './tourState.ts';
import { tourSteps } from './tourSteps.ts';

export type TourProgress = {
  readonly tour: Tour;
  readonly done: readonly boolean[];
  /** The first that is not done; -1 when all are. */
  readonly next: number;
  /** What the director decides on, once it is submitted. */
  readonly submittedId: string | null;
};

/** null where nobody is led, or has put the tour away. */
export function useTourSteps(): TourProgress | null {
  const tour = useTour();
  const { beganAt, isDismissed } = useTourState();
  const { data: pins = [] } = usePins();
  const { data: versions = [] } = useVersions();
  useEffect(() => {
    if (tour) beginTour();
  }, [tour]);
  if (!tour || beganAt === null || isDismissed) return null;
  const done = tourSteps({ frameId: tour.frameId, beganAt, pins, versions });
  const submitted = versions.find(
    ({ frameId, number, state }) => frameId === tour.frameId && number > 1 && state === 'in_review',
  );
  return { tour, done, next: done.indexOf(false), submittedId: submitted?.id ?? null };
}
