import type { SavedState, ShutOut } from '../state/boardStore.ts';
import { isOfChanges } from './shutOut.ts';

/**
 * What of this screen's changes the server has kept. It counts messages, since of a change that only takes
 * something away no state vector tells.
 */
export type SavedCount = {
  readonly isOpen: boolean;
  /** Messages with changes sent on this connection, and how many of them are kept. */
  readonly sent: number;
  readonly kept: number;
  /** Changes made without a connection, or lost with the one before; the next one carries them all. */
  readonly unsent: number;
  /** No more of them are taken on this connection. */
  readonly isHeld: boolean;
  /** Until it is seen that the room lets this screen in again, so that nothing flickers at each try. */
  readonly shutOut: ShutOut | null;
};

export type SavedNews =
  | { readonly kind: 'opened' }
  | { readonly kind: 'synced' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'kept'; readonly messages: number }
  | { readonly kind: 'held' }
  | { readonly kind: 'closed'; readonly shutOut: ShutOut | null };

export const nothingSent: SavedCount = {
  isOpen: false,
  sent: 0,
  kept: 0,
  unsent: 0,
  isHeld: false,
  shutOut: null,
};

export function countSaved(count: SavedCount, news: SavedNews): SavedCount {
  switch (news.kind) {
    case 'opened':
      return { ...count, isOpen: true, sent: 0, kept: 0, isHeld: false };
    case 'synced':
      return isOfChanges(count.shutOut) ? letIn(count) : { ...count, shutOut: null };
    case 'changed':
      // With a connection the message itself is counted.
      return count.isOpen ? count : { ...count, unsent: count.unsent + 1 };
    case 'sent':
      return { ...count, sent: count.sent + 1 };
    case 'kept':
      return letIn({
        ...count,
        kept: news.messages,
        unsent: news.messages >= count.sent ? 0 : count.unsent,
      });
    case 'held':
      return { ...count, isHeld: true };
    case 'closed':
      return { ...nothingSent, unsent: count.unsent + count.sent - count.kept, shutOut: news.shutOut };
  }
}

/** Once what was refused is kept. */
function letIn(count: SavedCount): SavedCount {
  return isAllKept(count) ? { ...count, shutOut: null } : count;
}

export function isAllKept({ sent, kept, unsent }: SavedCount): boolean {
  return kept >= sent && unsent === 0;
}

export type Waits = {
  /** What the API has yet to answer. */
  readonly waiting: number;
  /** Neither the browser nor the last request says that there is no way to the server. */
  readonly isReachable: boolean;
};

export function savedState(count: SavedCount, { waiting, isReachable }: Waits): SavedState {
  const { isOpen, unsent, sent, kept, isHeld, shutOut } = count;
  const unkept = unsent + sent - kept + waiting;
  if (shutOut && isReachable) return { kind: 'shut-out', why: shutOut, waiting: unkept };
  // A cut line is noticed late by its socket, early by whatever is asked meanwhile.
  if (!isOpen || !isReachable) return { kind: 'offline', waiting: unkept };
  if (isHeld) return { kind: 'held' };
  return isAllKept(count) && waiting === 0 ? { kind: 'saved' } : { kind: 'saving' };
}
