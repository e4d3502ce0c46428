'use client';

import { useQuery } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import type { Project } from '../../data/types.ts';
import { useBoardFacts } from '../state/useBoardData.ts';

export function useProject(): Project | undefined {
  const projectId = useBoardFacts().data?.projectId;
  return useQuery({
    queryKey: ['projects', projectId],
    queryFn: ({ signal }) => sessionApi.get<Project>(`/projects/${projectId}`, signal),
    enabled: projectId !== undefined,
  }).data;
}
