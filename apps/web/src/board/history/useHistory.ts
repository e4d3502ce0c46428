'use client';

import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionApi } from '../../data/api.ts';
import type { BoardStorage, Moment, Page } from '../../data/types.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';

/** Others work on while one looks. */
const againMs = 15_000;

type Moments = InfiniteData<Page<Moment>>;

/** What was done in one go, newest first. */
export function useHistory(): UseInfiniteQueryResult<Moments> {
  const { boardId } = useBoardContext();
  const client = useQueryClient();
  const isSaved = useBoard(({ saved }) => saved.kind === 'saved');
  useEffect(() => {
    // What one has just done is in it as soon as it is kept.
    if (isSaved) void client.invalidateQueries({ queryKey: ['history', boardId] });
  }, [isSaved, client, boardId]);
  return useInfiniteQuery({
    queryKey: ['history', boardId],
    queryFn: ({ pageParam, signal }) =>
      sessionApi.get<Page<Moment>>(
        `/boards/${boardId}/history?limit=20${pageParam && `&after=${pageParam}`}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: againMs,
  });
}

const mostChanges = 60;

/** What a session is made of, newest first. */
export function useChanges({
  seq,
  firstSeq,
}: Pick<Moment, 'seq' | 'firstSeq'>): UseQueryResult<Page<Moment>> {
  const { boardId } = useBoardContext();
  return useQuery({
    queryKey: ['history', boardId, seq],
    queryFn: ({ signal }) =>
      sessionApi.get<Page<Moment>>(
        `/boards/${boardId}/history?each=change&after=${seq + 1}&since=${firstSeq}&limit=${mostChanges}`,
        signal,
      ),
    enabled: seq > firstSeq,
  });
}

export function useStorage(): UseQueryResult<BoardStorage> {
  const { boardId } = useBoardContext();
  return useQuery({
    queryKey: ['history', boardId, 'storage'],
    queryFn: ({ signal }) => sessionApi.get<BoardStorage>(`/boards/${boardId}/storage`, signal),
  });
}
