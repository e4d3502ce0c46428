import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './ApiError.ts';

/** Of a change that ends this session for another: whatever is refused meanwhile is refused to the old one. */
export const leaving = ['leaving'];

/** @param onUnknown the API no longer knows who asks */
export function createQueryClient(onUnknown: (() => void) | undefined): QueryClient {
  const onError = (error: unknown) => {
    if (!(error instanceof ApiError) || error.status !== 401) return;
    if (client.isMutating({ mutationKey: leaving }) === 0) onUnknown?.();
  };
  const client = new QueryClient({
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
  return client;
}
