'use client';

import type { Intent, Wish } from '@pinpaint/domain';
import { useEffect } from 'react';
import { sessionApi } from '../../data/api.ts';
import type { Attachment, Pin } from '../../data/types.ts';
import { usePinChange } from '../panels/pins/usePinChange.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';

export type MatchWish = Extract<Wish, { kind: 'match' }>;
type Shown = Pick<MatchWish, 'at' | 'picture'>;

/** Shows the reference on the picture while the panel is open, and saves what somebody says it is. */
export function useMatching(pin: Pin, wish: MatchWish) {
  const { store } = useBoardContext();
  const { frameId } = pin;
  const isPointing = useBoard(({ matching }) => Boolean(matching?.onDrawn));
  const change = usePinChange(pin);
  const at = wish.picture ? null : (wish.at ?? null);
  useEffect(() => {
    // Somebody else's change comes while one points: pointing goes on.
    store.setState(({ matching }) => ({ matching: { frameId, at, onDrawn: matching?.onDrawn ?? null } }));
  }, [store, frameId, at]);
  useEffect(
    () => () => {
      // Else the hand would draw a pin where somebody was about to point.
      if (store.getState().matching?.onDrawn) store.setState({ tool: 'select' });
      store.setState({ matching: null });
    },
    [store],
  );
  const put = (shown: Shown) => {
    const { at: _at, picture: _picture, ...said } = wish;
    const reading: Intent = { ...pin.reading, wish: { ...said, ...shown }, confidence: 1 };
    change.mutate({ send: () => sessionApi.put<Pin>(`/pins/${pin.id}/reading`, { reading }) });
  };
  return {
    isPointing,
    isSaving: change.isPending,
    error: change.error,
    point: () => {
      store.setState({
        frameId,
        tool: 'rectangle',
        matching: {
          frameId,
          at,
          onDrawn: (region) => {
            store.setState({ tool: 'select' });
            put({ at: region });
          },
        },
      });
    },
    stop: () => store.setState({ tool: 'select' }),
    choose: ({ id, name, digest }: Attachment) => put({ picture: { id, name, digest } }),
    remove: () => put({}),
  };
}
