'use client';

import type { Pin } from '../../data/types.ts';
import { useBoardContext } from '../state/BoardContext.tsx';
import { show } from '../state/changeState.ts';
import { candidateApi, type Taking, useDeed } from './useCandidates.ts';

/** Takes a candidate, which stays on the picture meanwhile; a refusal gives it back to be chosen from. */
export function useTake({ id: pinId, frameId }: Pin, editId: string) {
  const { store } = useBoardContext();
  return useDeed(async (taking: Taking) => {
    const candidateId = taking.id;
    show(store, frameId, { kind: 'taken', candidateId, editId });
    try {
      return await candidateApi.take(taking);
    } catch (error) {
      const isOpen = store.getState().pinId === pinId;
      show(store, frameId, isOpen ? { kind: 'candidate', candidateId } : { kind: 'now' });
      throw error;
    }
  });
}
