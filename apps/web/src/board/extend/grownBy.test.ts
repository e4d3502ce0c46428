import type { FrameId, PixelRect, Wish } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { pictureOf, rectOfFrames } from '../canvas/viewActions.ts';
import { grownBy } from './grownBy.ts';

const bounds: PixelRect = { x: 0, y: 0, width: 300, height: 300 };
const wish: Wish = { kind: 'extend', aspect: { width: 2, height: 1 }, anchor: 'center' };
const rect = { x: -150, y: 0, width: 600, height: 300 };

it('before it runs, an extend covers what its wish says', () => {
  expect(grownBy({ bounds, wish, candidate: undefined })).toEqual({ rect, isShown: false });
});

it('with a candidate in the frame, it covers what that has made of it', () => {
  const candidate = { rect: { x: -150, y: 0, width: 400, height: 300 } };
  expect(grownBy({ bounds, wish, candidate })).toEqual({
    rect: { x: -150, y: 0, width: 450, height: 300 },
    isShown: true,
  });
});

it('nothing grows by another wish, or by a shape that the frame has already', () => {
  expect(grownBy({ bounds, wish: { kind: 'remove', thing: null }, candidate: undefined })).toBeNull();
  expect(grownBy({ bounds: rect, wish, candidate: undefined })).toBeNull();
});

it('the view looks at all of it from the first on, the outline takes it in once it is there', () => {
  const frameId = 'f' as FrameId;
  const camera = { x: 0, y: 0, scale: 1 };
  const state = (isShown: boolean) => ({
    camera,
    places: new Map([[frameId, { x: 0, y: 0, scale: 1 }]]),
    bounds: new Map([[frameId, bounds]]),
    grown: { frameId, rect, isShown },
  });
  expect(rectOfFrames(state(false), [frameId])).toEqual(rect);
  expect(pictureOf(state(false), frameId)).toEqual(bounds);
  expect(pictureOf(state(true), frameId)).toEqual(rect);
});
