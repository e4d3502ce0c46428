'use client';

import { useQuery } from '@tanstack/react-query';
import { sessionApi } from '../data/api.ts';
import type { Overview } from '../data/types.ts';

export function useOverview({ archived = false } = {}) {
  return useQuery({
    queryKey: ['overview', { archived }],
    queryFn: ({ signal }) => sessionApi.get<Overview>(`/overview?archived=${archived}`, signal),
  });
}
