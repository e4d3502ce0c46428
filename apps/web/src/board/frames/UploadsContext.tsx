'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../room/SessionContext.tsx';
import { useBoardContext } from '../state/BoardContext.tsx';
import { useFrames } from '../state/useBoardData.ts';
import { type Dropped, placeDropped } from './placeDropped.ts';
import { openUploads, type Upload, type Uploads } from './uploadsStore.ts';

const Context = createContext<Uploads | null>(null);

export function UploadsProvider({ children }: { readonly children: ReactNode }) {
  const { boardId } = useBoardContext();
  const queries = useQueryClient();
  const [dropped] = useState(() => new Set<Dropped>());
  const [uploads] = useState(() =>
    openUploads({
      boardId,
      onTaken: () => void queries.invalidateQueries({ queryKey: ['frames'] }),
      onDropped: (ids, at) => dropped.add({ ids, at, places: new Map() }),
    }),
  );
  usePlacing(dropped);
  return <Context value={uploads}>{children}</Context>;
}

export function useUploads(): Uploads {
  const uploads = useContext(Context);
  if (!uploads) throw new Error('Only within an UploadsProvider');
  return uploads;
}

export function useUploadList(): readonly Upload[] {
  return useStore(useUploads().store, (state) => state.uploads);
}

/** Dropped pictures lie where they were dropped, each as soon as its size is known. */
function usePlacing(dropped: Set<Dropped>): void {
  const session = useSession();
  const frames = useFrames().data;
  useEffect(() => {
    const sizes = new Map(frames?.flatMap(({ id, master }) => (master ? [[id, master.size] as const] : [])));
    for (const drop of dropped) {
      const placed = placeDropped(drop, sizes);
      if (placed.size === 0) continue;
      session.move(placed);
      for (const [id, place] of placed) drop.places.set(id, place);
      if (drop.places.size === drop.ids.length) dropped.delete(drop);
    }
  }, [frames, dropped, session]);
}
