'use client';

import { useMemo } from 'react';
import { useCandidates } from '../edit/useCandidates.ts';
import { useBoard } from '../state/BoardContext.tsx';
import { useEdits } from '../state/useBoardData.ts';
import { candidatePath } from './scene.ts';

/** Overlays of the candidates somebody is about to flip through, so that each flip is instant. */
export function useWarm(): readonly string[] {
  const pinId = useBoard((state) => state.pinId);
  const edits = useEdits().data;
  const edit = edits?.find((one) => pinId !== null && one.pinId === pinId && one.state === 'proposed');
  const ids = useCandidates(edit?.id)
    .map(({ id }) => id)
    .join();
  return useMemo(() => (ids === '' ? [] : ids.split(',').map(candidatePath)), [ids]);
}
