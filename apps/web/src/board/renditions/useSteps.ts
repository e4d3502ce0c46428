'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { newStepsSchema } from '../../api/schemas/rendition.ts';
import type { ApiError } from '../../data/ApiError.ts';
import { sessionApi } from '../../data/api.ts';
import type { Rendition } from '../panels/versions/useRenditions.ts';

export type NewStep = z.input<typeof newStepsSchema>['steps'][number];

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
