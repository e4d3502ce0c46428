import { type FrameId, newId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { createBoardStore } from '../state/boardStore.ts';
import { openWishes } from './doWish.ts';
import type { Shape } from './tool.ts';

const frameId = newId<FrameId>();

/** A picture of 200 × 100 pixels that lies at 1000, 1000, half as large. */
function drawnAfter(shape: Shape) {
  const store = createBoardStore();
  store.setState({
    tool: 'rectangle',
    places: new Map([[frameId, { x: 1000, y: 1000, scale: 0.5 }]]),
    bounds: new Map([[frameId, { x: 0, y: 0, width: 200, height: 100 }]]),
  });
  const nothing = () => undefined;
  const wish = openWishes({ store, move: nothing, onSketch: nothing, onMarquee: nothing });
  wish({ kind: 'draw', frameId, shape });
  return store.getState().drawn?.region ?? null;
}

it('takes a mark that lies on the picture, if only partly', () => {
  expect(drawnAfter({ kind: 'point', at: { x: 1010, y: 1020 } })).toEqual({ kind: 'point', x: 20, y: 40 });
  const region = drawnAfter({ kind: 'rectangle', from: { x: 980, y: 1010 }, to: { x: 1010, y: 1020 } });
  expect(region).toEqual({ kind: 'rectangle', x: -40, y: 20, width: 60, height: 20 });
});

it.each<Shape>([
  { kind: 'point', at: { x: 1101, y: 1010 } },
  { kind: 'rectangle', from: { x: 1110, y: 1010 }, to: { x: 1150, y: 1020 } },
  {
    kind: 'lasso',
    points: [
      { x: 1010, y: 900 },
      { x: 1050, y: 900 },
      { x: 1050, y: 950 },
    ],
  },
])('starts nothing with a mark that lies beside it: %j', (shape) => {
  expect(drawnAfter(shape)).toBeNull();
});
