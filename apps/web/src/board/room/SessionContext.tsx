'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useBoardContext } from '../state/BoardContext.tsx';
import { useMe } from '../state/useBoardData.ts';
import { BoardSession } from './BoardSession.ts';

const Context = createContext<BoardSession | null>(null);

/** Begins a screen's life on the board when it is shown, and ends it when it is not. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const { boardId, store } = useBoardContext();
  const queries = useQueryClient();
  const [session] = useState(() => new BoardSession({ boardId, store, queries }));
  const person = useMe().data?.person;
  const { id, name } = person ?? {};
  useEffect(() => session.start(), [session]);
  useEffect(() => {
    if (id && name) session.setPerson({ id, name });
  }, [session, id, name]);
  return <Context value={session}>{children}</Context>;
}

export function useSession(): BoardSession {
  const session = useContext(Context);
  if (!session) throw new Error('Only within a SessionProvider');
  return session;
}
