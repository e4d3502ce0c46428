import { type FrameId, newId, type PinId } from '@pinpaint/domain';
import { describe, expect, it } from 'vitest';
import { handTool } from './handTool.ts';
import { lassoTool } from './lassoTool.ts';
import { pinTool } from './pinTool.ts';
import { rectangleTool } from './rectangleTool.ts';
import { selectTool } from './selectTool.ts';
import { smartTool } from './smartTool.ts';
import { hold, type PointerNews, type Tool } from './tool.ts';

const frameId = newId<FrameId>();
const pinId = newId<PinId>();
const onFrame = { frameId, pinId: null };
const onBoard = { frameId: null, pinId: null };

type Walk = readonly [kind: PointerNews['kind'], x: number, y: number][];

/** One board unit is two screen pixels here. */
function walk<S>(
  tool: Tool<S>,
  steps: Walk,
  over: PointerNews['over'] = onFrame,
  { adds = false, takesOff = false } = {},
) {
  const held = hold(tool);
  return steps.flatMap(([kind, x, y]) =>
    held({ kind, at: { x, y }, board: { x: x / 2, y: y / 2 }, over, adds, takesOff }),
  );
}

const drag: Walk = [
  ['down', 10, 10],
  ['move', 30, 20],
  ['up', 50, 30],
];
const click: Walk = [
  ['down', 10, 10],
  ['up', 11, 10],
];

describe('the hand', () => {
  it('moves the view with the pointer, and only while it is down', () => {
    expect(walk(handTool, [['move', 0, 0], ...drag, ['move', 90, 90]])).toEqual([
      { kind: 'pan', dx: 20, dy: 10 },
    ]);
  });
});

describe('select', () => {
  it('selects a frame as soon as it is pressed, and leaves it where it is', () => {
    expect(walk(selectTool, click)).toEqual([{ kind: 'select', frameId, adds: false }]);
  });

  it('moves frames in board units, and is done when the hand lets go', () => {
    expect(walk(selectTool, drag).slice(1)).toEqual([
      { kind: 'move', dx: 10, dy: 5, isDone: false },
      { kind: 'move', dx: 20, dy: 10, isDone: true },
    ]);
  });

  it('takes a pin before the frame below it', () => {
    expect(walk(selectTool, click, { frameId, pinId })).toEqual([{ kind: 'select-pin', pinId, frameId }]);
  });

  it('lets go of all on the empty board, but not with Shift', () => {
    expect(walk(selectTool, click, onBoard)).toEqual([{ kind: 'select', frameId: null, adds: false }]);
    expect(walk(selectTool, click, onBoard, { adds: true })).toEqual([]);
  });

  it('chooses what lies in a rectangle drawn on the empty board', () => {
    expect(walk(selectTool, drag, onBoard).at(-1)).toEqual({
      kind: 'choose',
      rect: { x: 10, y: 10, width: 40, height: 20 },
      adds: false,
    });
  });

  it('puts frames back where they were when a second finger comes', () => {
    expect(walk(selectTool, [...drag.slice(0, 2), ['cancel', 0, 0]]).at(-1)).toEqual({ kind: 'unmove' });
  });
});

describe('pin, rectangle and lasso', () => {
  it('drops a pin where the button went down', () => {
    const shape = { kind: 'point', at: { x: 5, y: 5 } };
    expect(walk(pinTool, click)).toEqual([{ kind: 'draw', frameId, shape }]);
  });

  it('shows a rectangle while it is drawn, then takes it', () => {
    expect(walk(rectangleTool, drag)).toEqual([
      { kind: 'sketch', shape: { kind: 'rectangle', from: { x: 5, y: 5 }, to: { x: 15, y: 10 } } },
      { kind: 'sketch', shape: null },
      { kind: 'draw', frameId, shape: { kind: 'rectangle', from: { x: 5, y: 5 }, to: { x: 25, y: 15 } } },
    ]);
  });

  it('takes a lasso of three points and more', () => {
    const points = [
      { x: 5, y: 5 },
      { x: 15, y: 10 },
      { x: 5, y: 20 },
    ];
    const drawn = walk(lassoTool, [...drag.slice(0, 2), ['move', 10, 40], ['up', 10, 40]]);
    expect(drawn.at(-1)).toEqual({ kind: 'draw', frameId, shape: { kind: 'lasso', points } });
    expect(walk(lassoTool, drag)).not.toContainEqual(expect.objectContaining({ kind: 'draw' }));
  });

  it.each([
    ['pin', pinTool],
    ['rectangle', rectangleTool],
    ['lasso', lassoTool],
  ] as const)('%s draws nothing beside a picture, and nothing when it is broken off', (_, tool) => {
    expect(walk(tool as Tool<unknown>, drag, onBoard)).not.toContainEqual(
      expect.objectContaining({ kind: 'draw' }),
    );
    const broken = walk(tool as Tool<unknown>, [...drag.slice(0, 2), ['move', 10, 40], ['cancel', 0, 0]]);
    expect(broken).not.toContainEqual(expect.objectContaining({ kind: 'draw' }));
  });
});

describe('smart select', () => {
  const at = { x: 5, y: 5 };
  const done = { kind: 'sketch', shape: null };

  it('is shown what is meant by a click, and by a click with Alt what is not', () => {
    expect(walk(smartTool, click)).toEqual([done, { kind: 'hint', frameId, hint: { kind: 'add', at } }]);
    expect(walk(smartTool, click, onFrame, { takesOff: true })).toEqual([
      done,
      { kind: 'hint', frameId, hint: { kind: 'remove', at } },
    ]);
  });

  it('is shown a box by a drag, and shows it meanwhile', () => {
    const [sketch, ...rest] = walk(smartTool, drag);
    expect(sketch).toMatchObject({ kind: 'sketch', shape: { kind: 'rectangle' } });
    const hint = { kind: 'rectangle', from: at, to: { x: 25, y: 15 } };
    expect(rest).toEqual([done, { kind: 'hint', frameId, hint }]);
  });

  it('looks for nothing beside the pictures, or when the pointer is taken away', () => {
    expect(walk(smartTool, click, onBoard)).toEqual([]);
    expect(
      walk(smartTool, [
        ['down', 10, 10],
        ['cancel', 0, 0],
      ]),
    ).toEqual([done]);
  });
});
