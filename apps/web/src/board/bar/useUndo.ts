'use client';

import { useSyncExternalStore } from 'react';
import { useSession } from '../room/SessionContext.tsx';
import { useBoard } from '../state/BoardContext.tsx';

/** What this person did on the board, and nothing of others. */
export function useUndo() {
  const { steps } = useSession();
  // Asked again when it changes, since the steps have it from there.
  useBoard(({ access }) => access);
  const listen = (look: () => void) => steps.listen(look);
  const canUndo = useSyncExternalStore(listen, () => steps.canUndo(), never);
  const canRedo = useSyncExternalStore(listen, () => steps.canRedo(), never);
  return { canUndo, canRedo, undo: () => steps.undo(), redo: () => steps.redo() };
}

function never(): boolean {
  return false;
}
