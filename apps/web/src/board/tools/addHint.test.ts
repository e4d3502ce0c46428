import { type FrameId, newId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { addHint } from './addHint.ts';

const frameId = newId<FrameId>();
/** A pixel takes half a board unit. */
const place = { x: 10, y: 20, scale: 0.5, z: 'a' };
const seen = { x: 0, y: 0, width: 400, height: 300 };
const clicked = addHint(null, { frameId, hint: { kind: 'add', at: { x: 15, y: 25 } }, place, seen });

it('takes clicks in the pixels of the frame, one after the other', () => {
  expect(clicked).toEqual({ frameId, hints: { around: null, add: [[10, 10]], remove: [], seen } });
  const off = addHint(clicked, { frameId, hint: { kind: 'remove', at: { x: 20, y: 20 } }, place, seen });
  expect(off?.hints).toEqual({ around: null, add: [[10, 10]], remove: [[20, 0]], seen });
});

it('begins anew with a box, and on another frame', () => {
  const hint = { kind: 'rectangle', from: { x: 20, y: 30 }, to: { x: 10, y: 20 } } as const;
  const around = { kind: 'rectangle', x: 0, y: 0, width: 20, height: 20 };
  const { hints } = addHint(clicked, { frameId, hint, place, seen }) ?? {};
  expect(hints).toEqual({ around, add: [], remove: [], seen });
  const other = newId<FrameId>();
  const there = addHint(clicked, {
    frameId: other,
    hint: { kind: 'add', at: { x: 10, y: 20 } },
    place,
    seen,
  });
  expect(there).toEqual({ frameId: other, hints: { around: null, add: [[0, 0]], remove: [], seen } });
});

it('takes nothing off where nothing was shown', () => {
  expect(addHint(null, { frameId, hint: { kind: 'remove', at: { x: 15, y: 25 } }, place, seen })).toBeNull();
});
