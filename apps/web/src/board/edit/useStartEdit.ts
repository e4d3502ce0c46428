'use client';

import { type EditId, type Intent, newId, type PinId, type Region } from '@pinpaint/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import type { Edit } from '../../data/types.ts';

export type StartWish = {
  readonly engine: string;
  readonly variants: number;
  readonly growPx: number | null;
  readonly featherPx: number | null;
  /** Instead of the pin's own. */
  readonly intent?: Intent;
  readonly region?: Region;
};

const words: readonly unknown[] = ['edits', 'pins', 'estimate'];

/** Queues an edit of a pin. */
export function useStartEdit(pinId: PinId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: StartWish) =>
      sessionApi.post<Edit>(`/pins/${pinId}/edits`, { id: newId<EditId>(), ...wish }),
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey: [word] }) => words.includes(word) }),
  });
}
