import { type FramePoint, regionProblem } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { regionOfPath } from './regionOfPath.ts';

const frame = { x: 0, y: 0, width: 4000, height: 3000 };

function ring(radius: number, turn = 1): readonly FramePoint[] {
  return Array.from({ length: 400 }, (_, i) => {
    const angle = (i / 399) * 2 * Math.PI * turn;
    return [1000 + radius * Math.cos(angle), 800 + radius * Math.sin(angle)];
  });
}

it('makes a ring a lasso of few points that is a good region', () => {
  const region = regionOfPath(ring(300), 0.1, frame);
  if (region?.kind !== 'lasso') throw new Error(`not ${region?.kind}`);
  expect(region.points.length).toBeGreaterThan(8);
  expect(region.points.length).toBeLessThan(80);
  expect(regionProblem(region, frame)).toBeNull();
  for (const [x, y] of region.points) expect(Math.abs(Math.hypot(x - 1000, y - 800) - 300)).toBeLessThan(0.2);
});

it('closes a ring whose ends do not quite meet', () => {
  expect(regionOfPath(ring(300, 0.8), 0.1, frame)?.kind).toBe('lasso');
});

it('takes a line for what it strikes through', () => {
  const line = Array.from({ length: 50 }, (_, i): FramePoint => [100 + i * 10, 500 + (i % 2)]);
  const region = regionOfPath(line, 0.5, frame);
  expect(region).toMatchObject({ kind: 'brush', strokes: [{ radiusPx: 24, erase: false }] });
  expect(region && regionProblem(region, frame)).toBeNull();
});

it('takes a tiny ring for a point', () => {
  expect(regionOfPath(ring(4), 1, frame)).toEqual({ kind: 'point', x: 1004, y: 800 });
});

it('takes a tap for a point', () => {
  expect(regionOfPath([[12.34, 50]], 1, frame)).toEqual({ kind: 'point', x: 12.3, y: 50 });
});

it('takes nothing that lies beside the picture, and what reaches over its edge', () => {
  expect(regionOfPath([[1000, -3]], 1, frame)).toBeNull();
  expect(
    regionOfPath(
      ring(300).map(([x, y]) => [x, y - 1200]),
      0.1,
      frame,
    ),
  ).toBeNull();
  expect(
    regionOfPath(
      ring(300).map(([x, y]) => [x, y - 900]),
      0.1,
      frame,
    )?.kind,
  ).toBe('lasso');
});
