'use client';

import { useQuery } from '@tanstack/react-query';
import { sessionApi } from '../../../data/api.ts';
import { readAll } from '../../../data/readAll.ts';
import type { Charge } from '../../../data/types.ts';
import { useBoardContext } from '../../state/BoardContext.tsx';

/** The films and readings of this board, newest first; none until they are known. */
export function useCharges(): readonly Charge[] {
  const { boardId } = useBoardContext();
  const { data = [] } = useQuery({
    queryKey: ['charges', boardId],
    queryFn: ({ signal }) => readAll<Charge>(sessionApi, `/boards/${boardId}/charges`, signal),
  });
  return data;
}
