'use client';

import type { FrameId } from '@pinpaint/domain';
import type { Pin } from '../../data/types.ts';
import { useCandidates } from '../edit/useCandidates.ts';
import { useBoard } from '../state/BoardContext.tsx';
import type { Grown } from '../state/boardStore.ts';
import { useEdits } from '../state/useBoardData.ts';
import { grownBy } from './grownBy.ts';

/** What a pin's frame covers with the candidate that is shown, or will once its extend has run; null: no more than now. */
export function useGrown(pin: Pin | undefined): Omit<Grown, 'frameId'> | null {
  const edits = useEdits().data;
  const edit = edits?.find((one) => one.pinId === pin?.id && one.state === 'proposed');
  const candidates = useCandidates(edit?.id);
  const bounds = useBoard((state) => state.bounds.get(pin?.frameId as FrameId));
  const shown = useBoard((state) => (pin ? state.shown[pin.frameId] : undefined));
  if (!pin || !bounds || pin.state === 'resolved' || pin.state === 'declined') return null;
  const shownId = shown && 'candidateId' in shown ? shown.candidateId : null;
  const candidate = candidates.find(({ id }) => id === shownId);
  return grownBy({ bounds, wish: (edit?.intent ?? pin.reading).wish, candidate });
}
