import type { Version } from '../../../data/types.ts';

export type Layer = Version['layers'][number];
export type LayerSet = Partial<Pick<Layer, 'name' | 'visible' | 'opacity'>>;

export type LayerChange =
  | { readonly kind: 'set'; readonly layerId: string; readonly to: LayerSet }
  /** Lowest first. */
  | { readonly kind: 'order'; readonly order: readonly string[] }
  | { readonly kind: 'remove'; readonly layerId: string };

/** As a draft's layers are once that is done. */
export function changedLayers(layers: readonly Layer[], wish: LayerChange): Layer[] {
  switch (wish.kind) {
    case 'set':
      return layers.map((layer) => (layer.id === wish.layerId ? { ...layer, ...wish.to } : layer));
    case 'order':
      return layers.toSorted((one, other) => wish.order.indexOf(one.id) - wish.order.indexOf(other.id));
    case 'remove':
      return layers.filter(({ id }) => id !== wish.layerId);
  }
}

/** What takes it back. @returns null for what the server can't take back */
export function wayBack(before: readonly Layer[], wish: LayerChange): LayerChange | null {
  if (wish.kind === 'remove') return null;
  if (wish.kind === 'order') return { kind: 'order', order: before.map(({ id }) => id) };
  const was = before.find(({ id }) => id === wish.layerId);
  if (!was) return null;
  const { name, visible, opacity } = was;
  const to = {
    ...(wish.to.name === undefined ? {} : { name }),
    ...(wish.to.visible === undefined ? {} : { visible }),
    ...(wish.to.opacity === undefined ? {} : { opacity }),
  };
  return { kind: 'set', layerId: wish.layerId, to };
}
