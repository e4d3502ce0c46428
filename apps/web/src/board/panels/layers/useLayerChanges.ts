'use client';

import { newId } from '@pinpaint/domain';
import { useMutation } from '@tanstack/react-query';
import type { ApiError } from '../../../data/ApiError.ts';
import { sessionApi } from '../../../data/api.ts';
import type { Version } from '../../../data/types.ts';
import { useKeepVersion } from '../versions/useKeepVersion.ts';

export type Layer = Version['layers'][number];
type LayerSet = Partial<Pick<Layer, 'visible' | 'opacity'>>;

type LayerChange =
  | { readonly kind: 'set'; readonly layerId: string; readonly to: LayerSet }
  /** Lowest first. */
  | { readonly kind: 'order'; readonly order: readonly string[] }
  | { readonly kind: 'remove'; readonly layerId: string };

export type LayerChanges = {
  readonly change: (wish: LayerChange) => void;
  /** Shows it, and tells the server nothing yet. */
  readonly preview: (wish: LayerChange) => void;
  readonly error: ApiError | null;
  readonly forgetError: () => void;
};

/** Changes a draft's layers: seen at once, and as the server says in the end. */
export function useLayerChanges(version: Version): LayerChanges {
  const keep = useKeepVersion();
  const preview = (wish: LayerChange) =>
    keep.ahead(version.id, (was) => ({ ...was, layers: changed(was.layers, wish) }));
  const { mutate, error, reset } = useMutation<Version, ApiError, LayerChange>({
    mutationFn: (wish) => send(version.id, wish),
    onMutate: preview,
    onSuccess: keep.now,
    onError: keep.readAgain,
    // One after the other, in the order they were done: two at once could end in either's order.
    scope: { id: `layers of ${version.id}` },
  });
  return { change: mutate, preview, error, forgetError: reset };
}

/** The same wish by the same engine and seed, over the picture as it is now. */
export function useRerun() {
  return useMutation<unknown, ApiError, Layer>({
    mutationFn: ({ made }) => sessionApi.post(`/edits/${made.editId}/retry`, { id: newId() }),
  });
}

function send(versionId: string, wish: LayerChange): Promise<Version> {
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

function changed(layers: readonly Layer[], wish: LayerChange): Layer[] {
  switch (wish.kind) {
    case 'set':
      return layers.map((layer) => (layer.id === wish.layerId ? { ...layer, ...wish.to } : layer));
    case 'order':
      return layers.toSorted((one, other) => wish.order.indexOf(one.id) - wish.order.indexOf(other.id));
    case 'remove':
      return layers.filter(({ id }) => id !== wish.layerId);
  }
}
