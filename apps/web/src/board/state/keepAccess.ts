import { may } from '@pinpaint/domain';
import type { QueryClient } from '@tanstack/react-query';
import type { Board, Me } from '../../data/types.ts';
import type { BoardStore } from './boardStore.ts';
import { roleOn } from './useMay.ts';

export type AccessSources = {
  readonly store: BoardStore;
  readonly queries: QueryClient;
  readonly boardId: string;
};

/**
 * Takes writing away as soon as the API says so. A room's pass alone would not do: whoever is demoted
 * between getting it and going in is let in to look, and would learn of it by being shut out.
 */
export function keepAccess({ store, queries, boardId }: AccessSources): () => void {
  return queries.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.queryKey[0] !== 'me') return;
    const me = queries.getQueryData<Me>(['me']);
    const board = queries.getQueryData<Board>(['boards', boardId]);
    const role = me && board ? roleOn(me, board.projectId) : null;
    if (role && !may(role, 'room.write') && store.getState().access === 'write') {
      store.setState({ access: 'read' });
    }
  });
}
