'use client';

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import { readAll } from '../../data/readAll.ts';
import type { Board, Edit, Frame, Lock, Me, Pin, Version } from '../../data/types.ts';
import { useBoardContext } from './BoardContext.tsx';

export function useMe(): UseQueryResult<Me> {
  return useQuery({ queryKey: ['me'], queryFn: ({ signal }) => sessionApi.get<Me>('/me', signal) });
}

export function useBoardFacts(): UseQueryResult<Board> {
  const { boardId } = useBoardContext();
  return useQuery({
    queryKey: ['boards', boardId],
    queryFn: ({ signal }) => sessionApi.get<Board>(`/boards/${boardId}`, signal),
  });
}

/** By number. */
export const useFrames = () => useListOfBoard('frames', byNumber);
/** Of all frames, those that are done too. */
export const usePins = () => useListOfBoard<Pin>('pins');
/** In force, of all frames. */
export const useLocks = () => useListOfBoard<Lock>('locks');
/** Of all frames, newest first, with their layers. */
export const useVersions = () => useListOfBoard<Version>('versions');
/** Of all frames: those that wait, run or have candidates, and those that ended since, newest first. */
export const useEdits = () => useListOfBoard<Edit>('edits');

/** One request for what a whole board shows: a board of many frames would otherwise ask dozens of times. */
function useListOfBoard<T>(
  what: 'frames' | 'pins' | 'locks' | 'versions' | 'edits',
  order?: (all: readonly T[]) => readonly T[],
): UseQueryResult<readonly T[]> {
  const { boardId } = useBoardContext();
  return useQuery({
    queryKey: [what, boardId],
    queryFn: ({ signal }) => readAll<T>(sessionApi, `/boards/${boardId}/${what}`, signal),
    ...(order ? { select: order } : {}),
  });
}

/** The API tells them by their ids, which pages make: of pictures sent together, another may be taken first. */
function byNumber(frames: readonly Frame[]): readonly Frame[] {
  return frames.toSorted((a, b) => a.number - b.number);
}
