'use client';

import type { Review } from '../../data/types.ts';
import { Overview } from '../overview/Overview.tsx';
import { LookingShape } from '../parts/LookingShape.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useHash } from '../parts/useHash.ts';
import { PictureScreen } from '../picture/PictureScreen.tsx';
import { ReviewContext, useReview, useReviewParts } from './ReviewContext.tsx';
import { useOpenReview } from './useOpenReview.ts';

export type ReviewScreensProps = { readonly review: Review; readonly onShutOut: () => void };

export function ReviewScreens({ review, onShutOut }: ReviewScreensProps) {
  const parts = useOpenReview(review, onShutOut);
  if (!parts) return <LookingShape />;
  return (
    <ReviewContext value={parts}>
      <Pictures />
    </ReviewContext>
  );
}

/** The overview, or one picture; with a single one there is nothing to choose. */
function Pictures() {
  const { followed } = useReviewParts();
  const frames = useReview((state) => state.frames);
  const trouble = useReview((state) => state.trouble);
  const versions = useReview((state) => state.versions);
  const hash = useHash();
  if (!frames && trouble !== null) {
    return <Trouble details={trouble} onRetry={() => void followed.readEverything()} />;
  }
  if (!frames) return <LookingShape />;
  const ready = frames.filter(({ state }) => state === 'ready');
  const at = ready.findIndex(({ id }) => id === hash);
  const index = at < 0 && frames.length === 1 ? 0 : at;
  const frame = ready[index];
  if (!frame) return <Overview frames={frames} />;
  // What stands beside the picture depends on its versions: nothing jumps when they come.
  if (!versions[frame.id]) return <LookingShape />;
  return (
    <PictureScreen
      key={frame.id}
      frame={frame}
      neighbours={{
        place: index + 1,
        count: ready.length,
        previousId: ready[index - 1]?.id ?? null,
        nextId: ready[index + 1]?.id ?? null,
      }}
    />
  );
}
