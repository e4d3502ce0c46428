'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import type { Accepted, Candidate, Edit } from '../../data/types.ts';

/** An edit's candidates that are still to choose from, the best first. */
export function useCandidates(editId: string | undefined): readonly Candidate[] {
  const { data } = useQuery({
    queryKey: ['candidates', editId],
    enabled: editId !== undefined,
    queryFn: ({ signal }) =>
      sessionApi.get<{ items: readonly Candidate[] }>(`/edits/${editId}/candidates`, signal),
  });
  return data?.items.filter(({ state }) => state === 'proposed') ?? [];
}

const words: readonly unknown[] = ['candidates', 'edits', 'pins', 'versions', 'version', 'estimate'];

/** A deed after which candidates, edits, pins and versions are no longer what they were. */
export function useDeed<T, V>(deed: (wish: V) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    // Not waited for: what was done is done, and the news tell the same.
    onSettled: () => {
      void client.invalidateQueries({ predicate: ({ queryKey: [word] }) => words.includes(word) });
    },
  });
}

export type Taking = { readonly id: string; readonly placeAnyway: boolean };

export const candidateApi = {
  take: ({ id, placeAnyway }: Taking) =>
    sessionApi.post<Accepted>(`/candidates/${id}/accept`, { placeAnyway }),
  discard: (id: string) => sessionApi.post<Edit>(`/candidates/${id}/discard`),
  rerun: ({ editId, id }: { readonly editId: string; readonly id: string }) =>
    sessionApi.post<Edit>(`/edits/${editId}/retry`, { id }, id),
  submit: (versionId: string) => sessionApi.post(`/versions/${versionId}/submit`),
};
