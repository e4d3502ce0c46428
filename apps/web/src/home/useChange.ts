'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../data/ApiError.ts';
import { texts } from '../text/texts.ts';
import { toast } from '../ui/Toasts.tsx';

export type Change<T> = {
  readonly run: () => Promise<T>;
  /** The words of queries that it makes old; the news say so too, but a moment later. */
  readonly touches: readonly string[];
  readonly done?: (made: T) => void;
};

/** One step that is made out of sight of its button: what went wrong is said in a toast. */
export function useChange() {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation<unknown, Error, Change<unknown>>({
    mutationFn: ({ run }) => run(),
    onSuccess: (made, { touches, done }) => {
      void client.invalidateQueries({ predicate: ({ queryKey: [word] }) => touches.includes(String(word)) });
      done?.(made);
    },
    onError: (error) => toast({ says: sayWhy(error) }),
  });
  return { change: mutate, isPending };
}

/** What was wrong, for the place where it was done. */
export function sayWhy(error: Error): string {
  return error instanceof ApiError ? error.message : texts.home.notSaved;
}
