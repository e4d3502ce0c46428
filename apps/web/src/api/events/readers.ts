import type { Actor } from '@pinpaint/actions';
import { ApiProblem } from '../problems/ApiProblem.ts';

/** Screens that somebody really has open, and a few that a proxy has not yet given up. */
const readersAtMost = 20;

export type Readers = {
  /** Counts somebody who goes on listening. Call what it returns when they have stopped; twice does no harm. */
  enter(actor: Actor): () => void;
};

/** Bounds how many answers of this process one person or guest keeps open: each asks for their rights every few seconds. */
export function countReaders(): Readers {
  const open = new Map<string, Set<symbol>>();
  return {
    enter(actor) {
      const who = actor.kind === 'person' ? `${actor.studioId} ${actor.personId}` : actor.guestId;
      const theirs = open.get(who) ?? new Set();
      if (theirs.size >= readersAtMost) {
        const title = 'You are listening in too many places at once.';
        throw new ApiProblem('events.too-many-readers', 429, title, { limit: readersAtMost });
      }
      const reader = Symbol(who);
      open.set(who, theirs.add(reader));
      return () => {
        theirs.delete(reader);
        if (theirs.size === 0 && open.get(who) === theirs) open.delete(who);
      };
    },
  };
}
