import type { FramePlace } from '@pinpaint/board';
import { type FrameId, newId } from '@pinpaint/domain';
import type { QueryClient } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import type { Frame, Version } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { toast } from '../../ui/Toasts.tsx';
import { boardRectOf } from '../canvas/camera.ts';
import { showFrames } from '../canvas/viewActions.ts';
import type { BoardSession } from '../room/BoardSession.ts';
import type { BoardStore } from '../state/boardStore.ts';
import { selectFrame } from '../state/changeState.ts';
import { placeBeside } from './placeBeside.ts';

export type Derive = {
  readonly frame: Frame;
  /** Of that frame. */
  readonly versions: readonly Version[];
  readonly store: BoardStore;
  readonly session: BoardSession;
  readonly queries: QueryClient;
};

/** Makes a frame of what the picture was last shown as, and lays it beside it. */
export async function deriveFrame({ frame, versions, store, session, queries }: Derive): Promise<void> {
  const shown = baseOf(versions);
  const id = newId<FrameId>();
  try {
    if (!shown) return toast({ says: texts.board.notDerived });
    await sessionApi.post(`/versions/${shown.id}/derive`, { id }, id);
  } catch {
    return toast({ says: texts.board.notDerived });
  }
  const place = placeFor(store, frame.id);
  if (place) session.move(new Map([[id, place]]));
  for (const word of ['frames', 'versions', 'series']) await queries.invalidateQueries({ queryKey: [word] });
  selectFrame(store, id);
  showFrames(store, [frame.id, id]);
}

/** The newest that was shown to anybody; a draft may still change. */
export function baseOf(versions: readonly Version[]): Version | undefined {
  return versions.find(({ state }) => begins.has(state));
}

const begins: ReadonlySet<string> = new Set(['in_review', 'changes_requested', 'approved', 'superseded']);

function placeFor(store: BoardStore, frameId: FrameId): FramePlace | null {
  const { places, bounds } = store.getState();
  const rects = new Map(
    [...places].flatMap(([id, place]) => {
      const rect = bounds.get(id);
      return rect ? [[id, boardRectOf(place, rect)] as const] : [];
    }),
  );
  const [base, place] = [rects.get(frameId), places.get(frameId)];
  if (!base || !place) return null;
  const others = [...rects].filter(([id]) => id !== frameId).map(([, rect]) => rect);
  return { ...place, ...placeBeside(base, others) };
}
