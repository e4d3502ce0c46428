import type { Region } from '@pinpaint/domain';
import { describe, expect, it } from 'vitest';
import { permittedForExtend } from './permittedForExtend.ts';

const masterBounds = { x: 0, y: 0, width: 6, height: 2 };
const newBounds = { x: -2, y: 0, width: 8, height: 2 };

describe('permittedForExtend', () => {
  it('permits all that is new and nothing that was there', () => {
    const alpha = permittedForExtend({ masterBounds, newBounds, locks: [] });
    expect(alpha).toEqual({ rect: { x: -2, y: 0, width: 2, height: 2 }, data: new Uint8Array(4).fill(255) });
  });

  it('fades over the old pixels as far as it was told, and only from the side that grew', () => {
    const alpha = permittedForExtend({ masterBounds, newBounds, locks: [], overlapPx: 2 });
    expect(alpha?.rect).toEqual({ x: -2, y: 0, width: 4, height: 2 });
    expect([...(alpha?.data ?? [])]).toEqual([255, 255, 170, 85, 255, 255, 170, 85]);
  });

  it('grows on all sides at once', () => {
    const around = { x: -1, y: -1, width: 8, height: 4 };
    const alpha = permittedForExtend({ masterBounds, newBounds: around, locks: [] });
    expect(alpha?.rect).toEqual(around);
    expect(alpha?.data.filter((value) => value === 0)).toHaveLength(12);
  });

  it('permits a hole in the old pixels besides, and no lock in either', () => {
    const hole = { rect: { x: 3, y: 0, width: 2, height: 1 }, data: Uint8Array.from([255, 100]) };
    const lock: Region = { kind: 'rectangle', x: 3, y: 0, width: 1, height: 1 };
    const open = permittedForExtend({ masterBounds, newBounds, locks: [], hole });
    expect([...(open?.data.subarray(0, 7) ?? [])]).toEqual([255, 255, 0, 0, 0, 255, 100]);
    const locked = permittedForExtend({ masterBounds, newBounds, locks: [lock], hole });
    expect([...(locked?.data.subarray(0, 7) ?? [])]).toEqual([255, 255, 0, 0, 0, 0, 100]);
  });

  it('permits nothing when nothing is new or all of it is locked', () => {
    const lock: Region = { kind: 'rectangle', x: -3, y: 0, width: 3, height: 9 };
    expect(permittedForExtend({ masterBounds, newBounds: masterBounds, locks: [] })).toBeNull();
    expect(permittedForExtend({ masterBounds, newBounds, locks: [lock] })).toBeNull();
  });
});
