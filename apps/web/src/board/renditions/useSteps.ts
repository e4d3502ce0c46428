'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { filmEstimateSchema, newStepsSchema } from '../../api/schemas/rendition.ts';
import type { ApiError } from '../../data/ApiError.ts';
import { sessionApi } from '../../data/api.ts';
import type { Rendition } from '../panels/versions/useRenditions.ts';
import { useMay } from '../state/useMay.ts';

export type NewStep = z.input<typeof newStepsSchema>['steps'][number];

export type FilmEstimate = z.output<typeof filmEstimateSchema>;

/** How often one looks how far they are: progress is no event. */
const lookMs = 1_000;

/** What steps have made of a version, how far they are, and how to ask for more. */
export function useSteps(versionId: string) {
  const path = `/versions/${versionId}/renditions`;
  const { data, refetch } = useQuery({
    queryKey: ['renditions', versionId],
    queryFn: ({ signal }) => sessionApi.get<{ items: readonly Rendition[] }>(path, signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'queued') ? lookMs : false,
  });
  const onSettled = () => void refetch();
  const make = useMutation<object, ApiError, readonly NewStep[]>({
    mutationFn: (steps) => sessionApi.post(`${path}/steps`, { steps }),
    onSettled,
  });
  const cancel = useMutation<object, ApiError, string>({
    mutationFn: (id) => sessionApi.post(`/renditions/${id}/cancel`),
    onSettled,
  });
  const made = data?.items.filter(({ step }) => step !== null) ?? null;
  return { made, make, cancel };
}

/** Who would make a film of a version; null while that is not known, and for those who may not make any. */
export function useFilms(versionId: string): FilmEstimate | null {
  const mayMake = useMay('rendition.make');
  const { data } = useQuery({
    queryKey: ['estimate', 'film', versionId],
    enabled: mayMake,
    queryFn: ({ signal }) => sessionApi.get<FilmEstimate>(`/versions/${versionId}/renditions/film`, signal),
  });
  return data ?? null;
}
