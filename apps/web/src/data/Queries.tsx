'use client';

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiError } from './ApiError.ts';

export type QueriesProps = {
  readonly children: ReactNode;
  /** The API no longer knows who asks. */
  readonly onUnknown?: () => void;
};

/** What the server has told, kept until news say that it has changed. */
export function Queries({ children, onUnknown }: QueriesProps) {
  const [client] = useState(() => createClient(onUnknown));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function createClient(onUnknown: (() => void) | undefined): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiError && error.status === 401) onUnknown?.();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        retry: (count, error) => error instanceof ApiError && error.isPassing && count < 3,
      },
      mutations: { retry: false },
    },
  });
}
