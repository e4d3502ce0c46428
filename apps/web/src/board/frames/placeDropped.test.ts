import type { FramePlace } from '@pinpaint/board';
import { type FrameId, newId, type PixelSize } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { placeDropped } from './placeDropped.ts';

const ids = Array.from({ length: 6 }, () => newId<FrameId>());
const sizes: PixelSize[] = [
  { width: 600, height: 400 },
  { width: 2056, height: 3088 },
  { width: 512, height: 512 },
];
const known = new Map(ids.map((id, i) => [id, sizes[i % sizes.length] ?? { width: 1, height: 1 }]));
const at = { x: 300, y: -200 };

it('lays pictures that are dropped together beside and below each other, none over another', () => {
  const places = placeDropped({ ids, at, places: new Map() }, known);
  const rects = [...places].map(([id, place]) => rectOf(place, known.get(id)));
  const pairs = rects.flatMap((one, i) => rects.slice(i + 1).map((other) => [one, other] as const));
  expect(rects).toHaveLength(6);
  expect(pairs.filter(([one, other]) => meet(one, other))).toEqual([]);
});

it('lays the first with its middle where it was dropped', () => {
  const [first = ''] = ids;
  const place = placeDropped({ ids, at, places: new Map() }, known).get(first as FrameId);
  expect(place?.x).toBeCloseTo(at.x - 500);
  expect(place?.y).toBeCloseTo(at.y - 1_000 / 3);
});

it('places one that comes later where it would have lain at once', () => {
  const [first = '', second = ''] = ids;
  const all = placeDropped({ ids, at, places: new Map() }, known);
  const without = placeDropped({ ids, at, places: new Map() }, mapWithout(first));
  expect(without.get(second as FrameId)).toEqual(all.get(second as FrameId));
  const later = placeDropped({ ids, at, places: new Map(without) }, known);
  expect([...later]).toEqual([[first, all.get(first as FrameId)]]);
});

function mapWithout(id: string) {
  return new Map([...known].filter(([one]) => one !== id));
}

function rectOf({ x, y, scale }: FramePlace, size: PixelSize | undefined) {
  return { x, y, right: x + (size?.width ?? 0) * scale, bottom: y + (size?.height ?? 0) * scale };
}

function meet(a: ReturnType<typeof rectOf>, b: ReturnType<typeof rectOf>): boolean {
  return a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom;
}
