'use client';

import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiError } from '../../data/ApiError.ts';
import { sessionApi } from '../../data/api.ts';

export type SeriesWish =
  | {
      readonly do: 'make';
      readonly id: string;
      readonly projectId: string;
      readonly name: string;
      readonly frameIds: readonly string[];
    }
  | { readonly do: 'rename'; readonly id: string; readonly name: string }
  | { readonly do: 'add'; readonly id: string; readonly frameId: string }
  | { readonly do: 'order'; readonly id: string; readonly order: readonly string[] }
  | { readonly do: 'takeOut'; readonly id: string; readonly frameId: string }
  | { readonly do: 'remove'; readonly id: string };

/** Changes a series; what the server makes of it is read again. */
export function useSeriesChanges(): UseMutationResult<unknown, ApiError, SeriesWish> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSettled: () => queries.invalidateQueries({ queryKey: ['series'] }),
    // One after the other, in the order they were done.
    scope: { id: 'series' },
  });
}

function ask(wish: SeriesWish): Promise<unknown> {
  const path = `/series/${wish.id}`;
  switch (wish.do) {
    case 'make': {
      const { id, name, frameIds } = wish;
      return sessionApi.post(`/projects/${wish.projectId}/series`, { id, name, frameIds }, id);
    }
    case 'rename':
      return sessionApi.patch(path, { name: wish.name });
    case 'add':
      return sessionApi.post(`${path}/frames`, { frameIds: [wish.frameId] });
    case 'order':
      return sessionApi.put(`${path}/frames`, { order: wish.order });
    case 'takeOut':
      return sessionApi.delete(`${path}/frames/${wish.frameId}`);
    case 'remove':
      return sessionApi.delete(path);
  }
}
