'use client';

import { type FrameId, newId } from '@pinpaint/domain';
import { useQueryClient } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import type { Frame } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { toast } from '../../ui/Toasts.tsx';
import { showFrames } from '../canvas/viewActions.ts';
import { useSession } from '../room/SessionContext.tsx';
import { useBoardContext } from '../state/BoardContext.tsx';
import { selectFrame } from '../state/changeState.ts';
import { useFrameVersions } from '../state/useFrameVersions.ts';

/** In board units, as between pictures that nobody has placed. */
const gap = 120;

/** Makes a frame of what the picture was last shown as, and lays it to the right of it. */
export function useDerive(frame: Frame): () => Promise<void> {
  const { store } = useBoardContext();
  const session = useSession();
  const queries = useQueryClient();
  const shown = useFrameVersions(frame.id)?.versions.find(({ state }) => begins.has(state));
  return async () => {
    if (!shown) return toast({ says: texts.board.notDerived });
    const id = newId<FrameId>();
    const place = store.getState().places.get(frame.id);
    try {
      await sessionApi.post(`/versions/${shown.id}/derive`, { id }, id);
    } catch {
      return toast({ says: texts.board.notDerived });
    }
    if (place) session.move(new Map([[id, { ...place, x: rightOf(place, shown.bounds.width) }]]));
    for (const word of ['frames', 'versions', 'series'])
      await queries.invalidateQueries({ queryKey: [word] });
    selectFrame(store, id);
    showFrames(store, [frame.id, id]);
  };
}

const begins: ReadonlySet<string> = new Set(['in_review', 'changes_requested', 'approved', 'superseded']);

function rightOf({ x, scale }: { readonly x: number; readonly scale: number }, width: number): number {
  return x + width * scale + gap;
}
