'use client';

import { useQuery } from '@tanstack/react-query';
import { sessionApi } from '../data/api.ts';
import type { Me } from '../data/types.ts';

export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: ({ signal }) => sessionApi.get<Me>('/me', signal) });
}
