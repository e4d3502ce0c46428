'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Review } from '../../data/types.ts';
import type { Letter } from '../outbox/letter.ts';
import type { Outbox } from '../outbox/openOutbox.ts';
import type { FollowedReview } from './followReview.ts';
import type { ReviewState } from './reviewState.ts';

export type ReviewParts = {
  readonly review: Review;
  readonly followed: FollowedReview;
  readonly outbox: Outbox;
};

export const ReviewContext = createContext<ReviewParts | null>(null);

export function useReviewParts(): ReviewParts {
  const parts = useContext(ReviewContext);
  if (!parts) throw new Error('Only what is shown inside a review asks for it');
  return parts;
}

/** @param pick gives something of the state as it is, so that it is the same until it changes */
export function useReview<T>(pick: (state: ReviewState) => T): T {
  return useStore(useReviewParts().followed.store, pick);
}

export function useLetters(): readonly Letter[] {
  const { outbox } = useReviewParts();
  return useSyncExternalStore(outbox.subscribe, outbox.letters, outbox.letters);
}
