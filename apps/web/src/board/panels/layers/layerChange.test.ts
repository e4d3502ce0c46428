import { expect, it } from 'vitest';
import { changedLayers, type Layer, type LayerChange, wayBack } from './layerChange.ts';

function aLayer(id: string): Layer {
  return { id, name: id, visible: true, opacity: 255 } as Layer;
}

const layers = ['below', 'middle', 'above'].map(aLayer);

it.each<[string, LayerChange]>([
  ['hiding', { kind: 'set', layerId: 'middle', to: { visible: false } }],
  ['fading', { kind: 'set', layerId: 'middle', to: { opacity: 100 } }],
  ['renaming', { kind: 'set', layerId: 'above', to: { name: 'the bowl' } }],
  ['another order', { kind: 'order', order: ['above', 'below', 'middle'] }],
])('%s is taken back and leaves all as it was', (_, wish) => {
  const changed = changedLayers(layers, wish);
  expect(changed).not.toEqual(layers);
  const back = wayBack(layers, wish);
  expect(back && changedLayers(changed, back)).toEqual(layers);
});

it('taking one back leaves alone what somebody else changed meanwhile', () => {
  const hide: LayerChange = { kind: 'set', layerId: 'middle', to: { visible: false } };
  const back = wayBack(layers, hide);
  expect(back).toEqual({ kind: 'set', layerId: 'middle', to: { visible: true } });
});

it('what is removed for good can’t be taken back', () => {
  expect(changedLayers(layers, { kind: 'remove', layerId: 'middle' }).map(({ id }) => id)).toEqual([
    'below',
    'above',
  ]);
  expect(wayBack(layers, { kind: 'remove', layerId: 'middle' })).toBeNull();
});
