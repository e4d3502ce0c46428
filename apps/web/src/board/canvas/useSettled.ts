'use client';

import type { FrameId } from '@pinpaint/domain';
import { useEffect } from 'react';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { show } from '../state/changeState.ts';
import { useVersions } from '../state/useBoardData.ts';
import { holdsLayerOf } from './scene.ts';

/** A candidate that was taken stands in its frame until the draft holds its layer; from then on the draft does. */
export function useSettled(): void {
  const { store } = useBoardContext();
  const versions = useVersions().data;
  const shown = useBoard((state) => state.shown);
  useEffect(() => {
    for (const [frameId, one] of Object.entries(shown)) {
      const own = versions?.filter((version) => version.frameId === frameId) ?? [];
      if (one.kind === 'taken' && holdsLayerOf(own, one.editId)) {
        show(store, frameId as FrameId, { kind: 'now' });
      }
    }
  }, [store, versions, shown]);
}
