'use client';

import { Clock, CloudOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { withoutNews } from '../../data/newsSocket.ts';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { useSettled } from '../../ui/useSettled.ts';
import { useLetters, useReview } from '../review/ReviewContext.tsx';

/** Said once below the bar, and only while there is something to say: no line, or something that waits for it. */
export function LineState() {
  const news = useReview((state) => state.news);
  const unsent = useLetters().filter(({ refused }) => !refused).length;
  // What leaves at once is not spoken of: the picture would only jump.
  const waiting = Math.min(unsent, useSettled(unsent, 1500));
  const isOffline = useIsOffline();
  const trouble = isOffline ? 'offline' : withoutNews(news);
  return (
    <div role="status">
      {(trouble || waiting > 0) && (
        <p className="flex items-center justify-center gap-2 bg-raised px-4 py-2 text-13 text-text">
          {trouble ? (
            <CloudOff size={16} className="shrink-0 text-attention" aria-hidden="true" />
          ) : (
            <Clock size={16} className="shrink-0 text-text-2" aria-hidden="true" />
          )}
          {trouble ? texts.client[trouble] : texts.client.waitingToSend(waiting)}
        </p>
      )}
    </div>
  );
}

/** The browser may know before the socket does. */
function useIsOffline(): boolean {
  return useSyncExternalStore(
    listen,
    () => !navigator.onLine,
    () => false,
  );
}

function listen(onChange: () => void): () => void {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}
