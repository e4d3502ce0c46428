'use client';

import { type CarryId, newId } from '@pinpaint/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiError } from '../../data/ApiError.ts';
import { sessionApi } from '../../data/api.ts';
import type { Carry, CarryReport } from '../../data/types.ts';

/** The newest carry of an edit; null when there is none yet. */
export function useCarry(editId: string) {
  return useQuery({
    queryKey: ['carry', 'of', editId],
    queryFn: async ({ signal }) => {
      const path = `/edits/${editId}/carries`;
      const { items } = await sessionApi.get<{ readonly items: readonly Carry[] }>(path, signal);
      return items[0] ?? null;
    },
  });
}

export function useCarryReport(carryId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['carry', 'report', carryId],
    queryFn: ({ signal }) => sessionApi.get<CarryReport>(`/carries/${carryId}/report`, signal),
    enabled: isWanted,
  }).data;
}

/** Has the region looked for in all other pictures of the series. */
export function useAskCarry(editId: string) {
  const queries = useQueryClient();
  return useMutation<Carry, ApiError, void>({
    mutationFn: () => {
      const id = newId<CarryId>();
      return sessionApi.post<Carry>(`/edits/${editId}/carries`, { id }, id);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['carry'] }),
  });
}

/** Makes the edit in those that a person has confirmed. */
export function useRunCarry(carryId: string) {
  const queries = useQueryClient();
  return useMutation<Carry, ApiError, readonly string[]>({
    mutationFn: (frameIds) => sessionApi.post<Carry>(`/carries/${carryId}/run`, { frameIds }),
    onSettled: () =>
      queries.invalidateQueries({ predicate: ({ queryKey: [word] }) => moved.has(String(word)) }),
  });
}

const moved: ReadonlySet<string> = new Set(['carry', 'edits', 'pins']);
