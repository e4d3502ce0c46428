'use client';

import type { BoardView } from '@pinpaint/board';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Moment } from '../../data/types.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import type { BoardStore } from '../state/boardStore.ts';
import { selectFrame } from '../state/changeState.ts';
import { leavePast } from './leavePast.ts';
import { readPast } from './readPast.ts';

export type LookBack = {
  /** null: now. */
  readonly wanted: Moment | null;
  /** It is on the canvas. */
  readonly isThere: boolean;
  readonly look: (moment: Moment | null) => void;
  readonly error: Error | null;
  readonly retry: () => void;
};

/** Shows a moment on the canvas instead of now, with what was changed until then selected. */
export function useLookBack(): LookBack {
  const { boardId, store } = useBoardContext();
  const [wanted, setWanted] = useState<Moment | null>(null);
  const seq = wanted?.seq ?? 0;
  const {
    data: view,
    error,
    refetch,
  } = useQuery({
    queryKey: ['past', boardId, seq],
    queryFn: ({ signal }) => readPast(boardId, seq, signal),
    enabled: wanted !== null,
    // What was does not change.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  useEffect(() => {
    if (wanted && view) showPast(store, { moment: wanted, view });
    else if (!wanted) leavePast(store);
  }, [store, wanted, view]);
  useEffect(() => () => leavePast(store), [store]);
  // Restored or left by the bar over the canvas.
  useEffect(() => store.subscribe((now, before) => before.past && !now.past && setWanted(null)), [store]);
  const isThere = useBoard(({ past }) => (past?.seq ?? 0) === seq);
  return { wanted, isThere, look: setWanted, error, retry: () => void refetch() };
}

type Showing = { readonly moment: Moment; readonly view: BoardView };

/** Whatever was under way belongs to now. */
function showPast(store: BoardStore, { moment: { seq, to, frameIds }, view }: Showing): void {
  const [first = null, ...others] = frameIds;
  selectFrame(store, first);
  store.setState({
    ...nothingUnderWay,
    alsoSelected: others,
    past: { seq, at: to, view },
  });
}

const nothingUnderWay = { tool: 'select', drawn: null, smart: null, placing: null, matching: null } as const;
