'use client';

import type { Placement } from '@pinpaint/domain';
import { kitTexts } from '../../text/kitTexts.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import type { Placing } from '../state/boardStore.ts';
import { usePins } from '../state/useBoardData.ts';
import { PlaceHandles } from './PlaceHandles.tsx';
import { placingOf } from './placingOf.ts';
import { WarpedArtwork } from './WarpedArtwork.tsx';

/** The artwork on the picture while it is placed, with its handles. Where a candidate is looked at, it is out of the way. */
export function PlaceLayer() {
  const placing = useBoard((state) => state.placing);
  const kind = useBoard(({ shown }) => (placing && shown[placing.frameId]?.kind) ?? 'now');
  const covered = useBoard(({ bounds }) => placing && bounds.get(placing.frameId));
  const holdsBefore = useBoard((state) => state.holdsBefore);
  const lay = useLay();
  if (!placing || !covered || holdsBefore || kind === 'candidate' || kind === 'taken') return null;
  return (
    <section aria-label={kitTexts.place.onPicture} className="pointer-events-none absolute inset-0">
      {placing.start && <WarpedArtwork placing={placing} />}
      <PlaceHandles placing={placing} onLay={lay} />
    </section>
  );
}

function useLay(): (change: (placement: Placement) => Placement) => void {
  const { store } = useBoardContext();
  const { data: pins } = usePins();
  return (change) => {
    const { placing, bounds } = store.getState();
    const pin = pins?.find(({ id }) => id === placing?.pinId);
    const covered = placing && bounds.get(placing.frameId);
    if (!placing || !pin || !covered) return;
    const next: Placing = placingOf({
      pin,
      artwork: placing.artwork,
      placement: change(placing.placement),
      covered,
    });
    store.setState({ placing: next });
  };
}
