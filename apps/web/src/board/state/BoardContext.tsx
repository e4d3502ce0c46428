'use client';

import type { BoardId } from '@pinpaint/domain';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useStore } from 'zustand';
import { type BoardState, type BoardStore, createBoardStore } from './boardStore.ts';

type BoardContext = { readonly boardId: BoardId; readonly store: BoardStore };

const Context = createContext<BoardContext | null>(null);

export function BoardProvider({
  boardId,
  children,
}: {
  readonly boardId: BoardId;
  readonly children: ReactNode;
}) {
  const [store] = useState(createBoardStore);
  return <Context value={{ boardId, store }}>{children}</Context>;
}

export function useBoardContext(): BoardContext {
  const context = useContext(Context);
  if (!context) throw new Error('Only within a BoardProvider');
  return context;
}

/** Follows a part of this screen's state; the part must be the same object until it changes. */
export function useBoard<T>(part: (state: BoardState) => T): T {
  return useStore(useBoardContext().store, part);
}
