import { type FrameId, newId } from '@pinpaint/domain';
import type { QueryClient } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import type { Frame, Version } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { toast } from '../../ui/Toasts.tsx';
import { showFrames } from '../canvas/viewActions.ts';
import type { BoardSession } from '../room/BoardSession.ts';
import type { BoardStore } from '../state/boardStore.ts';
import { selectFrame } from '../state/changeState.ts';

export type Derive = {
  readonly frame: Frame;
  /** Of that frame. */
  readonly versions: readonly Version[];
  readonly store: BoardStore;
  readonly session: BoardSession;
  readonly queries: QueryClient;
};

/** In board units, as between pictures that nobody has placed. */
const gap = 120;

/** Makes a frame of what the picture was last shown as, and lays it to the right of it. */
export async function deriveFrame({ frame, versions, store, session, queries }: Derive): Promise<void> {
  const shown = versions.find(({ state }) => begins.has(state));
  const id = newId<FrameId>();
  const place = store.getState().places.get(frame.id);
  try {
    if (!shown) return toast({ says: texts.board.notDerived });
    await sessionApi.post(`/versions/${shown.id}/derive`, { id }, id);
  } catch {
    return toast({ says: texts.board.notDerived });
  }
  if (place) {
    const x = place.x + shown.bounds.width * place.scale + gap;
    session.move(new Map([[id, { ...place, x }]]));
  }
  for (const word of ['frames', 'versions', 'series']) await queries.invalidateQueries({ queryKey: [word] });
  selectFrame(store, id);
  showFrames(store, [frame.id, id]);
}

const begins: ReadonlySet<string> = new Set(['in_review', 'changes_requested', 'approved', 'superseded']);
