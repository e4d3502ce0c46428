import { describe, expect, it } from 'vitest';
import { alphaOver, countBeyond, makeAlpha, trimAlpha } from './alphaPlane.ts';

const plane = { rect: { x: 4, y: -2, width: 3, height: 2 }, data: Uint8Array.of(0, 7, 0, 0, 9, 0) };

describe('alphaOver', () => {
  it('keeps every value at its place in frame space, with 0 round it', () => {
    const over = alphaOver(plane, { x: 5, y: -3, width: 3, height: 3 });
    expect([...over.data]).toEqual([0, 0, 0, 7, 0, 0, 9, 0, 0]);
  });

  it('is all 0 where the two share nothing', () => {
    expect(alphaOver(plane, { x: 50, y: 0, width: 2, height: 1 })).toEqual(
      makeAlpha({ x: 50, y: 0, width: 2, height: 1 }),
    );
  });
});

describe('trimAlpha', () => {
  it('cuts to what is not 0, and is null when nothing is left', () => {
    expect(trimAlpha(plane)).toEqual({
      rect: { x: 5, y: -2, width: 1, height: 2 },
      data: Uint8Array.of(7, 9),
    });
    expect(trimAlpha(makeAlpha(plane.rect))).toBeNull();
  });
});

describe('countBeyond', () => {
  it('finds none in the permitted alpha itself or in less of it', () => {
    expect(countBeyond(plane, plane)).toBe(0);
    expect(countBeyond({ ...plane, data: Uint8Array.of(0, 6, 0, 0, 0, 0) }, plane)).toBe(0);
  });

  it('counts one step too much, and anything outside what was permitted', () => {
    expect(countBeyond({ ...plane, data: Uint8Array.of(0, 8, 0, 0, 9, 0) }, plane)).toBe(1);
    expect(countBeyond(makeAlpha({ x: 90, y: 90, width: 2, height: 2 }, 1), plane)).toBe(4);
  });
});
