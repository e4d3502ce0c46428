'use client';

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionApi } from '../../../data/api.ts';
import type { Pin } from '../../../data/types.ts';
import { useBoardContext } from '../../state/BoardContext.tsx';

export type PinChange = {
  readonly send: () => Promise<Pin>;
  /** How it will look; shown at once and taken back if the server refuses. Left out where the server decides. */
  readonly expect?: Partial<Pin>;
};

/** Sends one change of a pin, and keeps the board's list of pins in step with it. */
export function usePinChange(pin: Pick<Pin, 'id'>) {
  const client = useQueryClient();
  const { boardId } = useBoardContext();
  const key = ['pins', boardId];
  return useMutation({
    mutationFn: ({ send }: PinChange) => send(),
    onMutate: async ({ expect }) => {
      if (!expect) return;
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<readonly Pin[]>(key);
      putPin(client, key, { ...expect, id: pin.id });
      return { before };
    },
    onError: (_error, _change, kept) => {
      if (kept?.before) client.setQueryData(key, kept.before);
    },
    onSuccess: (changed) => putPin(client, key, changed),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

function putPin(client: QueryClient, key: readonly unknown[], changed: Partial<Pin> & Pick<Pin, 'id'>): void {
  client.setQueryData<readonly Pin[]>(key, (pins) =>
    pins?.map((pin) => (pin.id === changed.id ? { ...pin, ...changed } : pin)),
  );
}

export const pinApi = {
  assign: (id: string, assigneeId: string | null) =>
    sessionApi.put<Pin>(`/pins/${id}/assignee`, { assigneeId }),
  setDue: (id: string, dueAt: string | null) => sessionApi.put<Pin>(`/pins/${id}/due`, { dueAt }),
  decline: (id: string, reason: string) => sessionApi.post<Pin>(`/pins/${id}/decline`, { reason }),
  resolve: (id: string) => sessionApi.post<Pin>(`/pins/${id}/resolve`),
  reopen: (id: string) => sessionApi.post<Pin>(`/pins/${id}/reopen`),
};
