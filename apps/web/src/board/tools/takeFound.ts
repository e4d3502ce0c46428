import type { SmartFound } from '../canvas/find/useFound.ts';
import type { BoardStore } from '../state/boardStore.ts';

/** What was found becomes a drawn region, which asks for its note. */
export function takeFound(store: BoardStore, { smart, region, isLooking }: SmartFound): void {
  if (!region || isLooking) return;
  const drawn = { purpose: 'pin', frameId: smart.frameId, region, isFound: true } as const;
  store.setState({ smart: null, takesOff: false, drawn });
}
