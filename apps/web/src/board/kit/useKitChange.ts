'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';

const words: readonly unknown[] = ['kit', 'pins', 'estimate'];

/** Sends one change of the kit; what reads notes by it is read again, whether it was taken or not. */
export function useKitChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (send: () => Promise<unknown>) => send(),
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey: [word] }) => words.includes(word) }),
  });
}
