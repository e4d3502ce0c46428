'use client';

import { useEffect } from 'react';
import { useFrames, usePins, useVersions } from '../board/state/useBoardData.ts';
import { useTour } from './TourContext.tsx';
import { beginTour, useTourState } from './tourState.ts';
import { isSpent, tourSteps } from './tourSteps.ts';
import type { OwnTour } from './useOwnTour.ts';

export type TourProgress = {
  readonly tour: OwnTour;
  readonly done: readonly boolean[];
  /** The first that is not done; -1 when all are. */
  readonly next: number;
  /** The picture was approved before it began here, or is gone: only a fresh one leads on. */
  readonly isSpent: boolean;
  /** What the director decides on, once it is submitted. */
  readonly submittedId: string | null;
};

/** null where nobody is led, or has put the tour away. */
export function useTourSteps(): TourProgress | null {
  const tour = useTour();
  const { beganAt, isDismissed } = useTourState();
  const { data: frames } = useFrames();
  const { data: pins = [] } = usePins();
  const { data: versions = [] } = useVersions();
  useEffect(() => {
    if (tour) beginTour();
  }, [tour]);
  if (!tour || beganAt === null || isDismissed) return null;
  const facts = { frameId: tour.frameId, beganAt, pins, versions };
  const done = tourSteps(facts);
  const isGone = frames?.every(({ id }) => id !== tour.frameId) === true;
  const submitted = versions.find(
    ({ frameId, number, state }) => frameId === tour.frameId && number > 1 && state === 'in_review',
  );
  return {
    tour,
    done,
    next: done.indexOf(false),
    isSpent: isGone || isSpent(facts),
    submittedId: submitted?.id ?? null,
  };
}
