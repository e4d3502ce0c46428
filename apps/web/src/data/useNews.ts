'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type NewsState, openNews } from './newsSocket.ts';
import { staleAfter } from './staleAfter.ts';

/** Reads again what has changed, as soon as the server says so. For pages that are not in a board's room, whose socket has the news too. */
export function useNews(): NewsState {
  const client = useQueryClient();
  const [state, setState] = useState<NewsState>('connecting');
  useEffect(
    () =>
      openNews({
        as: 'session',
        onState: setState,
        onGap: () => void client.invalidateQueries(),
        onNews: (news) => staleAfter(client, news),
      }),
    [client],
  );
  return state;
}
