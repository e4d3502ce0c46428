'use client';

import type { FrameId } from '@pinpaint/domain';
import { useEffect } from 'react';
import type { Candidate } from '../../data/types.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { show } from '../state/changeState.ts';

/** Which candidate stands in the frame; the first at first, and the frame as it is when the strip goes. */
export function useShownCandidate(frameId: FrameId, candidates: readonly Candidate[]) {
  const { store } = useBoardContext();
  const shown = useBoard((state) => state.shown[frameId]);
  const shownId = shown && 'candidateId' in shown ? shown.candidateId : null;
  const found = candidates.findIndex(({ id }) => id === shownId);
  const at = Math.max(0, found);
  const flipTo = (index: number) => {
    const candidate = candidates[index];
    if (candidate) show(store, frameId, { kind: 'candidate', candidateId: candidate.id });
  };
  const first = candidates[0]?.id;
  const isGone = shown?.kind === 'candidate' && found < 0;
  useEffect(() => {
    if (first) show(store, frameId, { kind: 'candidate', candidateId: first });
    return () => {
      // What was taken stays until its layer is known.
      if (store.getState().shown[frameId]?.kind !== 'taken') show(store, frameId, { kind: 'now' });
    };
  }, [store, frameId, first]);
  useEffect(() => {
    if (isGone && first) show(store, frameId, { kind: 'candidate', candidateId: first });
  }, [isGone, store, frameId, first]);
  return { at, flipTo };
}
