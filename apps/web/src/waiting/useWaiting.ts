'use client';

import { useQuery } from '@tanstack/react-query';
import { sessionApi } from '../data/api.ts';
import type { WaitingList } from '../data/types.ts';

export function useWaiting() {
  return useQuery({
    queryKey: ['waiting'],
    queryFn: ({ signal }) => sessionApi.get<WaitingList>('/waiting', signal),
  });
}
