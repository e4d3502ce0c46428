'use client';

import { useEffect } from 'react';
import { useBoardContext } from '../state/BoardContext.tsx';
import { fit } from './camera.ts';

const edge = { top: 0, right: 0, bottom: 0, left: 0 };

/** While one follows somebody, sees what they see; a move of one's own ends it. */
export function useFollowing(): void {
  const { store } = useBoardContext();
  useEffect(
    () =>
      store.subscribe(({ following, peers, view }, before) => {
        if (following === null) return;
        if (peers === before.peers && following === before.following) return;
        const peer = peers.find(({ clientId }) => clientId === following);
        if (!peer) store.setState({ following: null });
        else if (peer.seen && view.width > 0) store.setState({ camera: fit(peer.seen, view, edge) });
      }),
    [store],
  );
}
