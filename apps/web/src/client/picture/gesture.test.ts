import { expect, it } from 'vitest';
import { type Deed, type FingerTool, type Gesture, idle, stepGesture } from './gesture.ts';

type Said = readonly ['down' | 'move' | 'up' | 'cancel', id: number, x: number, y: number];

/** What a run of pointer events does, and where it ends. */
function run(tool: FingerTool, ...said: readonly Said[]) {
  let gesture: Gesture = idle;
  const deeds: Deed[] = [];
  for (const [type, id, x, y] of said) {
    const step = stepGesture(gesture, { type, id, at: { x, y } }, tool);
    gesture = step.gesture;
    if (step.deed) deeds.push(step.deed);
  }
  return { gesture, deeds };
}

it.each(['draw', 'move', 'slide'] as const)('takes a trembling touch for a tap (%s)', (tool) => {
  const { gesture, deeds } = run(tool, ['down', 1, 10, 10], ['move', 1, 13, 12], ['up', 1, 13, 12]);
  expect([gesture, deeds]).toEqual([idle, [{ do: 'tap', at: { x: 10, y: 10 } }]]);
});

it('draws from where the finger came down', () => {
  const { deeds } = run(
    'draw',
    ['down', 1, 0, 0],
    ['move', 1, 20, 0],
    ['move', 1, 20, 20],
    ['up', 1, 20, 20],
  );
  const path = [
    { x: 0, y: 0 },
    { x: 20, y: 0 },
    { x: 20, y: 20 },
  ];
  expect(deeds.at(-1)).toEqual({ do: 'draw', path, isDone: true });
});

it('lets a second finger turn a drawing into a pinch, and draws nothing with the one that is left', () => {
  const { gesture, deeds } = run(
    'draw',
    ['down', 1, 0, 0],
    ['move', 1, 20, 0],
    ['down', 2, 100, 0],
    ['move', 2, 200, 0],
    ['up', 2, 200, 0],
    ['move', 1, 90, 90],
    ['up', 1, 90, 90],
  );
  expect(deeds.map((deed) => deed.do)).toEqual(['draw', 'undraw', 'pinch']);
  expect(deeds.at(-1)).toMatchObject({
    from: [{ x: 20 }, { x: 100 }],
    to: [{ x: 20 }, { x: 200 }],
  });
  expect(gesture).toEqual(idle);
});

it('is no tap when a second finger came', () => {
  const { deeds } = run('draw', ['down', 1, 0, 0], ['down', 2, 50, 0], ['up', 1, 0, 0], ['up', 2, 50, 0]);
  expect(deeds).toEqual([]);
});

it('moves the picture, or the slider, by what the finger has moved', () => {
  const moves: Said[] = [
    ['down', 1, 0, 0],
    ['move', 1, 10, 0],
    ['move', 1, 15, 5],
  ];
  expect(run('move', ...moves).deeds).toEqual([
    { do: 'pan', dx: 10, dy: 0 },
    { do: 'pan', dx: 5, dy: 5 },
  ]);
  expect(run('slide', ...moves).deeds.at(-1)).toEqual({ do: 'slide', at: { x: 15, y: 5 } });
});

it('takes back what was drawn when the system takes the pointer', () => {
  const { gesture, deeds } = run('draw', ['down', 1, 0, 0], ['move', 1, 20, 0], ['cancel', 1, 20, 0]);
  expect([gesture, deeds.at(-1)]).toEqual([idle, { do: 'undraw' }]);
});
