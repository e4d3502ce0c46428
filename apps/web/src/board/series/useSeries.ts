'use client';

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import { readAll } from '../../data/readAll.ts';
import type { Series } from '../../data/types.ts';
import { useBoardFacts } from '../state/useBoardData.ts';

/** All of the project: a series may have pictures on several boards. */
export function useSeries(): UseQueryResult<readonly Series[]> {
  const projectId = useBoardFacts().data?.projectId;
  return useQuery({
    queryKey: ['series', projectId],
    queryFn: ({ signal }) => readAll<Series>(sessionApi, `/projects/${projectId}/series`, signal),
    enabled: projectId !== undefined,
  });
}

export type SeriesPlace = {
  readonly id: string;
  readonly name: string;
  /** From 1 on. */
  readonly place: number;
  readonly of: number;
};

/** Where a picture stands in its series; null when it is in none. */
export function useSeriesOf(frameId: string | null): SeriesPlace | null {
  const { data } = useSeries();
  for (const { id, name, frames } of data ?? []) {
    const at = frames.findIndex((frame) => frame.frameId === frameId);
    if (at >= 0) return { id, name, place: at + 1, of: frames.length };
  }
  return null;
}
