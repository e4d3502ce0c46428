import { MutationObserver, QueryObserver } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { ApiError } from './ApiError.ts';
import { createQueryClient, leaving } from './createQueryClient.ts';

const unknown = () => Promise.reject(new ApiError(401, 'auth.invalid', 'Nobody'));

it('says that the API no longer knows who asks', async () => {
  const onUnknown = vi.fn();
  await expect(
    createQueryClient(onUnknown).fetchQuery({ queryKey: ['me'], queryFn: unknown }),
  ).rejects.toThrow();
  expect(onUnknown).toHaveBeenCalledOnce();
});

it('does not while this person is on the way to another session', async () => {
  const onUnknown = vi.fn();
  const client = createQueryClient(onUnknown);
  void new MutationObserver(client, {
    mutationKey: leaving,
    mutationFn: () => new Promise<never>(() => undefined),
  }).mutate();
  const me = new QueryObserver(client, { queryKey: ['me'], queryFn: unknown });
  await me.refetch();
  expect(me.getCurrentResult().isError).toBe(true);
  expect(onUnknown).not.toHaveBeenCalled();
});
