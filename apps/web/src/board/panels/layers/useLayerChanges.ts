'use client';

import { newId } from '@pinpaint/domain';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ApiError } from '../../../data/ApiError.ts';
import { sessionApi } from '../../../data/api.ts';
import type { Version } from '../../../data/types.ts';
import { useSession } from '../../room/SessionContext.tsx';
import { useKeepVersion } from '../versions/useKeepVersion.ts';
import { changedLayers, type Layer, type LayerChange, wayBack } from './layerChange.ts';

export type LayerChanges = {
  /** Can be undone, in its turn with all else this person did. */
  readonly change: (wish: LayerChange) => void;
  /** Without a step of its own to undo. */
  readonly send: (wish: LayerChange) => void;
  /** Shows it, and tells the server nothing yet. */
  readonly preview: (wish: LayerChange) => void;
  readonly error: ApiError | null;
  readonly forgetError: () => void;
};

/** Changes a draft's layers: seen at once, and as the server says in the end. */
export function useLayerChanges(version: Version): LayerChanges {
  const keep = useKeepVersion();
  const { steps } = useSession();
  /** As they were before the first of the previews that a change ends. */
  const before = useRef<readonly Layer[] | null>(null);
  const show = (wish: LayerChange) =>
    keep.ahead(version.id, (was) => ({ ...was, layers: changedLayers(was.layers, wish) }));
  const { mutate, error, reset } = useMutation<Version, ApiError, LayerChange>({
    mutationFn: (wish) => ask(version.id, wish),
    onMutate: show,
    onSuccess: keep.now,
    onError: keep.readAgain,
    // One after the other, in the order they were done: two at once could end in either's order.
    scope: { id: `layers of ${version.id}` },
  });
  const preview = (wish: LayerChange) => {
    before.current ??= version.layers;
    show(wish);
  };
  const change = (wish: LayerChange) => {
    const back = wayBack(before.current ?? version.layers, wish);
    before.current = null;
    mutate(wish);
    if (back) steps.add({ undo: () => mutate(back), redo: () => mutate(wish) });
  };
  return { change, send: mutate, preview, error, forgetError: reset };
}

/** The same wish by the same engine and seed, over the picture as it is now. */
export function useRerun() {
  return useMutation<unknown, ApiError, Layer>({
    mutationFn: ({ made }) => sessionApi.post(`/edits/${made.editId}/retry`, { id: newId() }),
  });
}

function ask(versionId: string, wish: LayerChange): Promise<Version> {
  const path = `/versions/${versionId}/layers`;
  switch (wish.kind) {
    case 'set':
      return sessionApi.patch(`${path}/${wish.layerId}`, wish.to);
    case 'order':
      return sessionApi.put(path, { order: wish.order });
    case 'remove':
      return sessionApi.delete(`${path}/${wish.layerId}`);
  }
}
