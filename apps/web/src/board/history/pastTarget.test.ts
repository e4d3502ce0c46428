import type { BoardView } from '@pinpaint/board';
import { type FrameId, newId, type PinId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { pastTarget } from './pastTarget.ts';

const [early, late, gone, unplaced] = [
  newId<FrameId>(),
  newId<FrameId>(),
  newId<FrameId>(),
  newId<FrameId>(),
];
const [pin, newPin, gonePin] = [newId<PinId>(), newId<PinId>(), newId<PinId>()];
const at = '2030-01-02T00:00:00.000Z';
const [before, after] = ['2030-01-01T00:00:00.000Z', '2030-01-03T00:00:00.000Z'];
const place = (x: number) => ({ x, y: 0, scale: 1 });
const point = (x: number) => ({ kind: 'point', x, y: 0 }) as const;
const stroke = { points: [[1, 1]], radiusPx: 2, erase: false } as const;
const empty: BoardView = {
  frames: new Map(),
  groups: new Map(),
  regions: new Map(),
  strokes: new Map(),
  stickies: new Map(),
  drawings: new Map(),
};

const target = pastTarget({
  at,
  frames: [
    { id: early, createdAt: before },
    { id: unplaced, createdAt: before },
    { id: late, createdAt: after },
  ],
  pins: [{ id: pin }, { id: newPin }],
  now: {
    ...empty,
    frames: new Map([
      [early, place(1)],
      [unplaced, place(2)],
      [late, place(3)],
      [gone, place(4)],
    ]),
    regions: new Map([
      [pin, point(1)],
      [newPin, point(2)],
    ]),
  },
  past: {
    ...empty,
    frames: new Map([
      [early, place(10)],
      [gone, place(40)],
    ]),
    groups: new Map([
      ['both', { name: 'Both', frameIds: [early, gone] }],
      ['gone', { name: 'Gone', frameIds: [gone] }],
    ]),
    regions: new Map([
      [pin, point(10)],
      [gonePin, point(30)],
    ]),
    strokes: new Map([
      ['stays', { pinId: pin, stroke }],
      ['goes', { pinId: gonePin, stroke }],
    ]),
  },
});

it('puts back where frames lay, leaves those that came since, and lets those fall into place that nobody had placed', () => {
  expect(target.frames).toEqual(
    new Map([
      [early, place(10)],
      [late, place(3)],
      [gone, place(4)],
    ]),
  );
});

it('brings back nothing of what is gone or in the archive', () => {
  expect([...target.groups]).toEqual([['both', { name: 'Both', frameIds: [early] }]]);
  expect([...target.strokes.keys()]).toEqual(['stays']);
});

it('takes no pin its region', () => {
  expect(target.regions).toEqual(
    new Map([
      [pin, point(10)],
      [newPin, point(2)],
    ]),
  );
});
