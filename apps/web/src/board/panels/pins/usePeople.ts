'use client';

import { useQuery } from '@tanstack/react-query';
import { sessionApi } from '../../../data/api.ts';
import type { ProjectPerson } from '../../../data/types.ts';
import { useBoardFacts } from '../../state/useBoardData.ts';

const nobody: readonly ProjectPerson[] = [];

/** Everybody who has a role in the board's project, by name; nobody until they are known. */
export function usePeople(): readonly ProjectPerson[] {
  const { data: board } = useBoardFacts();
  const { data } = useQuery({
    queryKey: ['members', 'people', board?.projectId],
    enabled: board !== undefined,
    queryFn: ({ signal }) =>
      sessionApi.get<{ items: readonly ProjectPerson[] }>(`/projects/${board?.projectId}/people`, signal),
  });
  return data?.items ?? nobody;
}
