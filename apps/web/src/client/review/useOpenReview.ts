'use client';

import { useEffect, useState } from 'react';
import { guestApi } from '../../data/api.ts';
import type { Review } from '../../data/types.ts';
import { openLetterStore } from '../outbox/letterStore.ts';
import { openOutbox } from '../outbox/openOutbox.ts';
import { sendLetter } from '../outbox/sendLetter.ts';
import { followReview } from './followReview.ts';
import type { ReviewParts } from './ReviewContext.tsx';
import { stirredBy, withPin } from './reviewState.ts';

/** A server that says "not now" while the line is up wakes nobody when it is ready. */
const tryAgainMs = 15_000;

/** Everything that lives as long as the page is open: what it shows, the news, what waits to be sent. null until it is made. */
export function useOpenReview(review: Review, onShutOut: () => void): ReviewParts | null {
  const [parts, setParts] = useState<ReviewParts | null>(null);
  useEffect(() => {
    const outbox = openOutbox({
      linkId: review.link.id,
      store: openLetterStore(),
      send: (letter, onStep) => sendLetter(guestApi, letter, onStep),
      onDelivered: (delivered) => {
        const { store } = followed;
        if (delivered.kind === 'pin') store.setState((state) => withPin(state, delivered.pin));
        else store.setState((state) => stirredBy(state, delivered.pinId));
      },
    });
    const flush = () => void outbox.flush();
    const followed = followReview({ api: guestApi, onLive: flush, onShutOut });
    setParts({ review, followed, outbox });
    flush();
    const timer = setInterval(flush, tryAgainMs);
    addEventListener('online', flush);
    return () => {
      clearInterval(timer);
      removeEventListener('online', flush);
      followed.close();
    };
  }, [review, onShutOut]);
  return parts;
}
