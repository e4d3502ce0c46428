'use client';

import { useEffect, useState } from 'react';
import { useSession } from '../room/SessionContext.tsx';

/** What this person did on the board, and nothing of others. */
export function useUndo() {
  const { undo } = useSession();
  const [can, setCan] = useState({ canUndo: false, canRedo: false });
  useEffect(() => {
    const look = () => setCan({ canUndo: undo.canUndo(), canRedo: undo.canRedo() });
    undo.on('stack-item-added', look);
    undo.on('stack-item-popped', look);
    return () => {
      undo.off('stack-item-added', look);
      undo.off('stack-item-popped', look);
    };
  }, [undo]);
  return { ...can, undo: () => undo.undo(), redo: () => undo.redo() };
}
