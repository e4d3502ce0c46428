import { expect, it } from 'vitest';
import { placeBeside } from './placeBeside.ts';

const base = { x: 0, y: 0, width: 1_000, height: 700 };
const right = { ...base, x: 1_120 };
const below = { ...base, y: 940 };
const left = { ...base, x: -1_120 };
const above = { ...base, y: -940 };

it.each([
  ['to the right', [], { x: 1_120, y: 0 }],
  ['below, where something lies to the right', [right], { x: 0, y: 940 }],
  ['to the left', [right, below], { x: -1_120, y: 0 }],
  ['above', [right, below, left], { x: 0, y: -940 }],
  ['beyond all of them, where it is shut in', [right, below, left, above], { x: 2_240, y: 0 }],
])('lays a picture beside another: %s', (_, others, place) => {
  expect(placeBeside(base, others)).toEqual(place);
});
