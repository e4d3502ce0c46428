'use client';

import { useBoard } from '../state/BoardContext.tsx';
import { usePins } from '../state/useBoardData.ts';
import { Candidates } from './Candidates.tsx';
import { StripCard } from './StripCard.tsx';
import { Taken } from './Taken.tsx';
import { useAnchors } from './useAnchors.ts';
import { useStrip } from './useStrip.ts';

/** Under the selected pin's frame. */
export function CandidateStrip() {
  const pinId = useBoard((state) => state.pinId);
  const isComparing = useBoard((state) => state.compare !== null);
  const { data: pins } = usePins();
  const pin = pins?.find(({ id }) => id === pinId);
  const strip = useStrip(pin);
  const anchors = useAnchors(pin);
  if (!pin || !anchors || isComparing || !strip) return null;
  return (
    <StripCard key={strip.kind} anchors={anchors}>
      {strip.kind === 'choose' ? (
        <Candidates key={strip.edit.id} pin={pin} edit={strip.edit} candidates={strip.candidates} />
      ) : (
        <Taken draft={strip.draft} />
      )}
    </StripCard>
  );
}
