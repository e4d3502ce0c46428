'use client';

import { useBoard } from '../state/BoardContext.tsx';
import { usePins } from '../state/useBoardData.ts';
import { isNarrow } from './anchor.ts';
import { EditCard } from './EditCard.tsx';
import { useAnchors } from './useAnchors.ts';
import { useStrip } from './useStrip.ts';

/** The selected pin's edit, in place beside its frame; for a pin that is done there is none. */
export function EditPanel() {
  const pinId = useBoard((state) => state.pinId);
  const isComparing = useBoard((state) => state.compare !== null);
  const { data: pins } = usePins();
  const pin = pins?.find(({ id }) => id === pinId);
  const anchors = useAnchors(pin);
  const strip = useStrip(pin);
  if (!pin || !anchors || isComparing || pin.state === 'resolved' || pin.state === 'declined') return null;
  // A small screen has room for the picture and one of them: first comes what is to be decided.
  if (strip && isNarrow(anchors.view)) return null;
  return <EditCard key={pin.id} pin={pin} anchors={anchors} />;
}
