'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { renditionSchema } from '../../../api/schemas/rendition.ts';
import type { ApiError } from '../../../data/ApiError.ts';
import { sessionApi } from '../../../data/api.ts';

export type Rendition = z.output<typeof renditionSchema>;
/** Of a version's own samples. */
export type FileFormat = Extract<Rendition['format'], 'png' | 'tiff' | 'jpeg'>;
/** One that no step has made. */
type FileRendition = Rendition & { readonly format: FileFormat };

export type Renditions = {
  /** Files of the version's own samples. */
  readonly files: readonly FileRendition[];
  readonly make: (format: FileFormat) => Promise<Rendition>;
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
  const { mutateAsync, error } = useMutation<Rendition, ApiError, FileFormat>({
    mutationFn: (format) => sessionApi.post<Rendition>(path, { format }),
    onSettled: () => void refetch(),
  });
  return { files: (data?.items ?? []).filter(isFile), make: mutateAsync, error };
}

function isFile(rendition: Rendition): rendition is FileRendition {
  return rendition.step === null;
}
