'use client';

import { readBoard, restoreBoard } from '@pinpaint/board';
import { historyTexts as words } from '../../text/historyTexts.ts';
import { toast } from '../../ui/Toasts.tsx';
import { useSession } from '../room/SessionContext.tsx';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { useFrames, usePins } from '../state/useBoardData.ts';
import { useMay } from '../state/useMay.ts';
import { leavePast } from './leavePast.ts';
import { pastTarget } from './pastTarget.ts';
import { dayAndTime } from './when.ts';

/** Makes the living board lie as in the moment that is looked at; null for who may only look, or not yet. */
export function useRestore(): (() => void) | null {
  const { store } = useBoardContext();
  const session = useSession();
  const mayWrite = useMay('room.write');
  const isOpen = useBoard(({ access, isInRoom }) => access === 'write' && isInRoom);
  const frames = useFrames().data;
  const pins = usePins().data;
  if (!mayWrite || !isOpen || !frames || !pins) return null;
  return () => {
    const { past } = store.getState();
    if (!past) return;
    const { at, view } = past;
    const target = pastTarget({ now: readBoard(session.doc), past: view, at, frames, pins });
    let changed = 0;
    session.change((origin) => {
      changed = restoreBoard(session.doc, target, { origin });
    });
    leavePast(store);
    if (changed === 0) toast({ says: words.same });
    else toast({ says: words.restored(dayAndTime(at)), undo: () => session.steps.undo() });
  };
}
