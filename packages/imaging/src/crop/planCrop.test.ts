import { containsRect, intersectRects, type PixelRect } from '@pinpaint/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CropNeeds, planCrop } from './planCrop.ts';

const bounds: PixelRect = { x: 0, y: 0, width: 2000, height: 1500 };
const needs: CropNeeds = { contextRatio: 0.5, minContextPx: 32, stridePx: 8 };

describe('planCrop', () => {
  it('puts context on each side and rounds up to the stride', () => {
    const alpha = { x: 500, y: 400, width: 101, height: 60 };
    expect(planCrop(alpha, bounds, needs)).toEqual({
      rect: { x: 446, y: 346, width: 208, height: 168 },
      size: { width: 208, height: 168 },
    });
  });

  it('slides inside the picture at a corner, and is cut where the picture is smaller', () => {
    const corner = { x: 1990, y: 0, width: 10, height: 10 };
    expect(planCrop(corner, bounds, needs)?.rect).toEqual({ x: 1920, y: 0, width: 80, height: 80 });
    const small = { x: 7, y: -9, width: 50, height: 41 };
    expect(planCrop({ x: 10, y: 0, width: 9, height: 9 }, small, needs)?.rect).toEqual(small);
  });

  it('is null for an alpha outside the picture', () => {
    expect(planCrop({ x: 2000, y: 0, width: 9, height: 9 }, bounds, needs)).toBeNull();
  });

  it('cuts a native size pixel for pixel where it holds alpha and context', () => {
    const nativeSizes = [
      { width: 1024, height: 1024 },
      { width: 512, height: 512 },
    ];
    const plan = planCrop({ x: 700, y: 700, width: 200, height: 90 }, bounds, { ...needs, nativeSizes });
    expect(plan).toEqual({
      rect: { x: 544, y: 489, width: 512, height: 512 },
      size: { width: 512, height: 512 },
    });
  });

  it('makes a large crop smaller to the native size that reduces it least', () => {
    const nativeSizes = [
      { width: 512, height: 512 },
      { width: 1024, height: 512 },
    ];
    const alpha = { x: 400, y: 500, width: 1000, height: 200 };
    const plan = planCrop(alpha, bounds, { ...needs, contextRatio: 0.25, nativeSizes });
    expect(plan).toEqual({
      rect: { x: 150, y: 225, width: 1500, height: 750 },
      size: { width: 1024, height: 512 },
    });
  });

  it('loses no pixel of a large crop to rounding', () => {
    const wide = { x: -147, y: 0, width: 221, height: 1 };
    expect(planCrop(wide, wide, { ...needs, nativeSizes: [{ width: 64, height: 48 }] })?.rect).toEqual(wide);
  });

  it('never enlarges a picture that is smaller than the native size', () => {
    const small = { x: 0, y: 0, width: 300, height: 200 };
    const plan = planCrop({ x: 9, y: 9, width: 9, height: 9 }, small, {
      ...needs,
      nativeSizes: [{ width: 512, height: 512 }],
    });
    expect(plan).toEqual({ rect: small, size: { width: 300, height: 200 } });
  });

  it('keeps to the most pixels an engine takes, on the stride', () => {
    const plan = planCrop(bounds, bounds, { ...needs, maxPixels: 1_000_000 });
    expect(plan?.rect).toEqual(bounds);
    expect(plan?.size).toEqual({ width: 1152, height: 864 });
  });

  it('always lies inside the picture and holds all of the alpha that does', () => {
    fc.assert(
      fc.property(anyRect, anyRect, fc.boolean(), (alpha, picture, native) => {
        const plan = planCrop(
          alpha,
          picture,
          native ? { ...needs, nativeSizes: [{ width: 64, height: 48 }] } : needs,
        );
        const inside = intersectRects(alpha, picture);
        expect(plan === null).toBe(inside === null);
        if (!plan || !inside) return;
        expect(containsRect(picture, plan.rect)).toBe(true);
        expect(containsRect(plan.rect, inside)).toBe(true);
        expect(plan.size.width).toBeLessThanOrEqual(native ? 64 : plan.rect.width);
        expect(plan.size.height).toBeLessThanOrEqual(native ? 48 : plan.rect.height);
      }),
      { numRuns: 500 },
    );
  });
});

const anyRect = fc.record({
  x: fc.integer({ min: -200, max: 200 }),
  y: fc.integer({ min: -200, max: 200 }),
  width: fc.integer({ min: 1, max: 300 }),
  height: fc.integer({ min: 1, max: 300 }),
});
