'use client';

import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { ApiError } from '../../../data/ApiError.ts';
import { sessionApi } from '../../../data/api.ts';
import type { Version } from '../../../data/types.ts';
import { useKeepVersion } from './useKeepVersion.ts';

export type VersionMove = 'submit' | 'withdraw' | 'discard' | 'newDraft';
export type MoveWish = { readonly move: VersionMove; readonly version: Version };

/** Moves a version, or makes a draft on top of the frame's newest. */
export function useVersionMoves(): UseMutationResult<Version, ApiError, MoveWish> {
  const keep = useKeepVersion();
  return useMutation({
    mutationFn: ({ move, version }) => sessionApi.post<Version>(pathOf[move](version), {}),
    onSuccess: keep.now,
    onError: keep.readAgain,
  });
}

const pathOf = {
  submit: ({ id }: Version) => `/versions/${id}/submit`,
  withdraw: ({ id }: Version) => `/versions/${id}/withdraw`,
  discard: ({ id }: Version) => `/versions/${id}/discard`,
  newDraft: ({ frameId }: Version) => `/frames/${frameId}/draft`,
} as const satisfies Record<VersionMove, (version: Version) => string>;
