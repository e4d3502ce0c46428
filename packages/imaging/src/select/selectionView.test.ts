import { containsRect, type PixelRect } from '@pinpaint/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeSelection, selectionView } from './selectionView.ts';

const bounds: PixelRect = { x: -100, y: 0, width: 4000, height: 2000 };
const none = { around: null, add: [], remove: [] };

describe('the view of a selection', () => {
  it('is the whole picture, as large as a model sees, where nobody says what they see', () => {
    expect(selectionView(bounds, { ...none, add: [[10, 10]] })).toEqual({
      rect: bounds,
      size: { width: 1024, height: 512 },
    });
  });

  it('is the part that is seen, out to eighths, and never enlarged', () => {
    const seen = { x: 510, y: 300, width: 700, height: 300 };
    const view = selectionView(bounds, { ...none, add: [[600, 400]], seen });
    expect(view).toEqual({
      rect: { x: 400, y: 250, width: 1000, height: 500 },
      size: { width: 1000, height: 500 },
    });
    const moved = { ...seen, x: seen.x + 60, y: seen.y - 20 };
    expect(selectionView(bounds, { ...none, add: [[650, 400]], seen: moved })).toEqual(view);
  });

  it('is the whole again where something was pointed at that is seen no more', () => {
    const seen = { x: 500, y: 300, width: 700, height: 300 };
    const add = [
      [600, 400],
      [3000, 1800],
    ] as const;
    expect(selectionView(bounds, { ...none, add, seen })?.rect).toEqual(bounds);
  });

  it.each([
    ['a click beside the picture', { ...none, add: [[5000, 10]] as const }],
    ['only what is not meant', { ...none, remove: [[10, 10]] as const }],
    [
      'a box beside it',
      { ...none, around: { kind: 'rectangle', x: 5000, y: 0, width: 9, height: 9 } as const },
    ],
  ])('is none for %s', (_, hints) => {
    expect(selectionView(bounds, hints)).toBeNull();
  });

  it('lies on the picture and holds what was pointed at, wherever that is', () => {
    const x = fc.integer({ min: -100, max: 3899 });
    const y = fc.integer({ min: 0, max: 1999 });
    const side = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(x, y, x, y, side, side, (px, py, left, top, width, height) => {
        const hints = { ...none, add: [[px, py]] as const, seen: { x: left, y: top, width, height } };
        const view = selectionView(bounds, hints);
        if (!view) throw new Error('no view');
        expect(containsRect(bounds, view.rect)).toBe(true);
        const [at] = placeSelection(hints, view).inside;
        expect(at?.x).toBeGreaterThanOrEqual(0);
        expect(at?.x).toBeLessThan(view.size.width);
        expect(at?.y).toBeLessThan(view.size.height);
      }),
    );
  });

  it('has the hints in its own pixels, a box cut to it', () => {
    const hints = {
      around: { kind: 'rectangle', x: -200, y: 100, width: 1100, height: 900 } as const,
      add: [[900, 1000]] as const,
      remove: [[9000, 0]] as const,
    };
    const view = { rect: bounds, size: { width: 1000, height: 500 } };
    expect(placeSelection(hints, view)).toEqual({
      inside: [{ x: 250, y: 250 }],
      outside: [],
      box: { from: { x: 0, y: 25 }, to: { x: 250, y: 250 } },
    });
  });
});
