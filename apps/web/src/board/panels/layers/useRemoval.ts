'use client';

import { useRef } from 'react';
import { useSession } from '../../room/SessionContext.tsx';
import { useLater } from '../useLater.ts';
import type { Layer } from './layerChange.ts';
import type { LayerChanges } from './useLayerChanges.ts';

export type Removal = {
  /** Hidden, and not gone yet. */
  readonly pending: ReadonlySet<string>;
  readonly begin: (layer: Layer) => void;
  readonly undo: (layerId: string) => void;
};

/** A layer is hidden at once, for everybody; it is taken out for good when nobody has undone that. */
export function useRemoval({ send }: LayerChanges): Removal {
  const later = useLater();
  const { steps } = useSession();
  const removed = useRef(new Map<string, Removed>());
  const takeOut = ({ id, visible }: Layer) => {
    if (visible) send({ kind: 'set', layerId: id, to: { visible: false } });
    later.begin(id, () => {
      removed.current.get(id)?.forget();
      send({ kind: 'remove', layerId: id });
    });
  };
  const bringBack = ({ id, visible }: Layer) => {
    later.undo(id);
    if (visible) send({ kind: 'set', layerId: id, to: { visible: true } });
  };
  return {
    pending: later.pending,
    begin(layer) {
      takeOut(layer);
      const forget = steps.add({ undo: () => bringBack(layer), redo: () => takeOut(layer) });
      removed.current.set(layer.id, { layer, forget });
    },
    undo(id) {
      const found = removed.current.get(id);
      if (!found) return;
      bringBack(found.layer);
      found.forget();
    },
  };
}

/** The layer as it was. */
type Removed = { readonly layer: Layer; readonly forget: () => void };
