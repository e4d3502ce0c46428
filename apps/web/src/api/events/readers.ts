import type { FeedReader } from '@pinpaint/actions';
import { countOpen, openAtMost } from '@pinpaint/rooms';
import { ApiProblem } from '../problems/ApiProblem.ts';

export type Readers = {
  /** Counts somebody who goes on listening. Call what it returns when they have stopped; twice does no harm. */
  enter(reader: Pick<FeedReader, 'readerId'>): () => void;
};

export function countReaders(): Readers {
  const open = countOpen();
  return {
    enter({ readerId }) {
      const leave = open.enter(readerId);
      if (leave) return leave;
      const title = 'You are listening in too many places at once.';
      throw new ApiProblem('events.too-many-readers', 429, title, { limit: openAtMost });
    },
  };
}
