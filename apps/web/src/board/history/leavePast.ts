import type { BoardStore } from '../state/boardStore.ts';
import { selectFrame } from '../state/changeState.ts';

/** Back to now. What was selected is what had been changed then. */
export function leavePast(store: BoardStore): void {
  if (!store.getState().past) return;
  selectFrame(store, null);
  store.setState({ past: null });
}
