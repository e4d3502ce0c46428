import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '../../data/api.ts';
import type { Waiting } from '../state/boardStore.ts';

/** Puts a pin or a lock on the server; the id keeps one that was sent twice from being two. */
export async function sendWaiting(api: Api, queries: QueryClient, waiting: Waiting): Promise<void> {
  const { id, kind, frameId, region, words } = waiting;
  if (kind === 'pin') await api.post(`/frames/${frameId}/pins`, { id, region, note: words }, id);
  else await api.post(`/frames/${frameId}/locks`, { id, region, name: words }, id);
  // So that it stands there before what was drawn is taken away.
  await queries.invalidateQueries({ queryKey: [kind === 'pin' ? 'pins' : 'locks'] });
}
