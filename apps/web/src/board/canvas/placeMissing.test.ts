import { type FrameId, newId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { placeMissing } from './placeMissing.ts';

const wide = { width: 1500, height: 1000 };
const aFrame = (number: number, size = wide) => ({
  id: newId<FrameId>(),
  number,
  size,
  covers: { x: 0, y: 0, ...size },
});

it('lays pictures of any size in rows of one height, by number', () => {
  const [one, two, tall] = [aFrame(1), aFrame(2), aFrame(3, { width: 700, height: 1400 })];
  expect([...placeMissing([tall, two, one], new Map()).values()]).toEqual([
    { x: 0, y: 0, scale: 0.7 },
    { x: 1170, y: 0, scale: 0.7 },
    { x: 2340, y: 0, scale: 0.5 },
  ]);
});

it('begins a new row when one is full, and puts a picture wider than a row into one of its own', () => {
  const frames = [aFrame(1), aFrame(2), aFrame(3), aFrame(4, { width: 9000, height: 1000 })];
  const ys = [...placeMissing(frames, new Map()).values()].map(({ y }) => y);
  expect(ys).toEqual([0, 0, 0, 940]);
});

it('leaves what has been placed, and puts the rest below', () => {
  const [placed, missing] = [aFrame(1), aFrame(2)];
  const place = { x: -50, y: 300, scale: 1 };
  const places = placeMissing([placed, missing], new Map([[placed.id, place]]));
  expect(places.get(placed.id)).toEqual(place);
  expect(places.get(missing.id)).toEqual({ x: 0, y: 1540, scale: 0.7 });
});

it('makes way for what has been extended to the sides, which keeps its scale', () => {
  const [one, two] = [{ ...aFrame(1), covers: { x: -500, y: 0, width: 2_500, height: 1_000 } }, aFrame(2)];
  expect([...placeMissing([one, two], new Map()).values()]).toEqual([
    { x: 350, y: 0, scale: 0.7 },
    { x: 1_870, y: 0, scale: 0.7 },
  ]);
});

it('keeps the pictures of a row in line where one has been extended upwards, and the next row below it', () => {
  const tall = { ...aFrame(2), covers: { x: 0, y: -100, width: 1_500, height: 1_300 } };
  const frames = [aFrame(1), tall, aFrame(3), aFrame(4)];
  const ys = [...placeMissing(frames, new Map()).values()].map(({ y }) => y);
  expect(ys).toEqual([70, 70, 70, 70 + 840 + 240]);
});
