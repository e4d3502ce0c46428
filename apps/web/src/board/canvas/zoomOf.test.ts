import type { FramePlace } from '@pinpaint/board';
import type { FrameId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { zoomOf } from './viewActions.ts';

const place = (scale: number): FramePlace => ({ x: 0, y: 0, scale });
const places = new Map([
  ['fine' as FrameId, place(0.4)],
  ['coarse' as FrameId, place(1.75)],
]);
const zoomAt = (scale: number) => zoomOf({ camera: { x: 0, y: 0, scale }, places });

it('is 1 where the finest picture is seen pixel for pixel', () => {
  expect(zoomAt(2.5)).toBe(1);
});

it('only rises while somebody zooms in, whatever is in the middle', () => {
  const figures = [0.1, 0.33, 0.34, 1, 4].map(zoomAt);
  expect(figures).toEqual(figures.toSorted((a, b) => a - b));
});

it('is the board’s own measure while there is no picture', () => {
  expect(zoomOf({ camera: { x: 0, y: 0, scale: 0.5 }, places: new Map() })).toBe(0.5);
});
