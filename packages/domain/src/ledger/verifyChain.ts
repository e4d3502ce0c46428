import { err, ok, type Result } from '../result.ts';
import { eventHash, genesisHash, type LedgerEvent } from './event.ts';

/** An event as it is stored. */
export type SealedEvent = LedgerEvent & { readonly prevHash: string; readonly hash: string };

/** The last event known to be right. */
export type ChainHead = { readonly seq: number; readonly hash: string };

export type BrokenChain = {
  readonly code: /** An event is missing, doubled or out of its order. */
    | 'ledger.gap'
    /** The event does not go on from the one before. */
    | 'ledger.unlinked'
    /** The event is not what was once sealed. */
    | 'ledger.changed'
    | 'ledger.wrong-studio';
  readonly seq: number;
};

export function sealEvent(prevHash: string, event: LedgerEvent): SealedEvent {
  return { ...event, prevHash, hash: eventHash(prevHash, event) };
}

/**
 * Checks one studio's events in their order, from the first or from a head verified before, so that
 * a long chain can be read in pages.
 *
 * @returns the new head (null when there was no event at all), or the first seq that does not hold.
 * Events cut off at the end leave a chain that is right in itself: compare the head with the one kept
 * elsewhere.
 */
export function verifyChain(
  events: readonly SealedEvent[],
  from?: ChainHead,
): Result<ChainHead | null, BrokenChain> {
  const [first] = events;
  if (!first) return ok(from ?? null);
  let head = from ?? { seq: 0, hash: genesisHash(first.studioId) };
  for (const event of events) {
    const code = problemOf(event, head, first.studioId);
    if (code) return err({ code, seq: event.seq });
    head = { seq: event.seq, hash: event.hash };
  }
  return ok(head);
}

function problemOf(event: SealedEvent, head: ChainHead, studioId: string): BrokenChain['code'] | null {
  if (event.studioId !== studioId) return 'ledger.wrong-studio';
  if (event.seq !== head.seq + 1) return 'ledger.gap';
  if (event.prevHash !== head.hash) return 'ledger.unlinked';
  return eventHash(event.prevHash, event) === event.hash ? null : 'ledger.changed';
}
