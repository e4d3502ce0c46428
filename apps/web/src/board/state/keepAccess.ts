import { may } from '@pinpaint/domain';
import type { QueryClient } from '@tanstack/react-query';
import type { Board, Me } from '../../data/types.ts';
import type { BoardState, BoardStore } from './boardStore.ts';
import { roleOn } from './useMay.ts';

export type AccessSources = {
  readonly store: BoardStore;
  readonly queries: QueryClient;
  readonly boardId: string;
};

export type Access = {
  readonly hearPass: (says: 'read' | 'write') => void;
  readonly stop: () => void;
};

/**
 * What the room's pass gives, taken away as soon as the API says so and given back when it no longer does. A pass
 * alone would not do: whoever is demoted between getting it and going in is let in to look, and would learn of it
 * by being shut out.
 */
export function keepAccess({ store, queries, boardId }: AccessSources): Access {
  let pass: BoardState['access'] = 'unknown';
  const mayWrite = () => {
    const me = queries.getQueryData<Me>(['me']);
    const board = queries.getQueryData<Board>(['boards', boardId]);
    const role = me && board ? roleOn(me, board.projectId) : null;
    return !role || may(role, 'room.write');
  };
  const stop = queries.getQueryCache().subscribe((event) => {
    // The beginning of a question tells nothing; what is there until its answer may be older than the pass.
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    if (event.query.queryKey[0] !== 'me' || pass !== 'write') return;
    store.setState({ access: mayWrite() ? 'write' : 'read' });
  });
  const hearPass = (says: 'read' | 'write') => {
    pass = says;
    store.setState({ access: says });
  };
  return { hearPass, stop };
}
