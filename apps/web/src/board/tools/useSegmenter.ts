'use client';

import { useQuery } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import type { Segmenter } from '../../data/types.ts';
import { useBoard } from '../state/BoardContext.tsx';
import { useFrames } from '../state/useBoardData.ts';

/** A worker counts as gone after as long. */
const freshMs = 30_000;

/** The model that would be asked just now, by its name; null: there is none, or no line to ask by. */
export function useSegmenter(): string | null {
  const pointedAt = useBoard(({ smart, frameId }) => smart?.frameId ?? frameId);
  const first = useFrames().data?.[0]?.id;
  const frameId = pointedAt ?? first ?? null;
  const { data } = useQuery<Segmenter>({
    queryKey: ['segmenter', frameId],
    enabled: frameId !== null,
    placeholderData: (before) => before,
    staleTime: freshMs,
    refetchInterval: freshMs,
    queryFn: ({ signal }) => sessionApi.get<Segmenter>(`/frames/${frameId}/segmenter`, signal),
  });
  return data?.name ?? null;
}
