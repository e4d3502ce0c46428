'use client';

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import type { Kit } from '../../data/types.ts';
import { useBoardFacts } from '../state/useBoardData.ts';

/** The brand kit of the board's project. */
export function useKit(): UseQueryResult<Kit> {
  const projectId = useBoardFacts().data?.projectId;
  return useQuery({
    queryKey: ['kit', projectId],
    enabled: projectId !== undefined,
    queryFn: ({ signal }) => sessionApi.get<Kit>(`/projects/${projectId}/kit`, signal),
  });
}
