'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Frame } from '../../data/types.ts';
import { useSession } from '../room/SessionContext.tsx';
import { useBoardContext } from '../state/BoardContext.tsx';
import { useVersions } from '../state/useBoardData.ts';

/** Derives a frame of this one; how is fetched when somebody does. */
export function useDerive(frame: Frame): () => Promise<void> {
  const { store } = useBoardContext();
  const session = useSession();
  const queries = useQueryClient();
  const { data = [] } = useVersions();
  return async () => {
    const { deriveFrame } = await import('./deriveFrame.ts');
    const own = data.filter(({ frameId }) => frameId === frame.id);
    const versions = own.toSorted((one, other) => other.number - one.number);
    await deriveFrame({ frame, versions, store, session, queries });
  };
}
