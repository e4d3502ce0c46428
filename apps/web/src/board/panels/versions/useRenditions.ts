'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { renditionSchema } from '../../../api/schemas/version.ts';
import type { ApiError } from '../../../data/ApiError.ts';
import { sessionApi } from '../../../data/api.ts';

export type Rendition = z.output<typeof renditionSchema>;
export type RenditionFormat = Rendition['format'];

export type Renditions = {
  readonly renditions: readonly Rendition[];
  readonly make: (format: RenditionFormat) => Promise<Rendition>;
  readonly error: ApiError | null;
};

/** A version's files, and how far they are. */
export function useRenditions(versionId: string | null): Renditions {
  const path = `/versions/${versionId}/renditions`;
  const { data, refetch } = useQuery({
    queryKey: ['renditions', versionId],
    queryFn: ({ signal }) => sessionApi.get<{ items: readonly Rendition[] }>(path, signal),
    enabled: versionId !== null,
  });
  const { mutateAsync, error } = useMutation<Rendition, ApiError, RenditionFormat>({
    mutationFn: (format) => sessionApi.post<Rendition>(path, { format }),
    onSettled: () => void refetch(),
  });
  return { renditions: data?.items ?? [], make: mutateAsync, error };
}
