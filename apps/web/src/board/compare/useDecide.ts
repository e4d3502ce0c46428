'use client';

import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { ApiError } from '../../data/ApiError.ts';
import { sessionApi } from '../../data/api.ts';
import type { Version } from '../../data/types.ts';
import { useKeepVersion } from '../panels/versions/useKeepVersion.ts';

export type Decision =
  | { readonly kind: 'approve' }
  | { readonly kind: 'request_changes'; readonly comment: string };

/** Decides on exactly what is shown: the digest goes along, and another one is refused. */
export function useDecide({ id, digest }: Version): UseMutationResult<Version, ApiError, Decision> {
  const keep = useKeepVersion();
  return useMutation({
    mutationFn: (decision) => sessionApi.post<Version>(`/versions/${id}/decision`, { ...decision, digest }),
    onSuccess: keep.now,
    onError: keep.readAgain,
  });
}
