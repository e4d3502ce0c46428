import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewAt } from './camera.ts';
import { drawFrame, type MovingScene } from './drawFrame.ts';
import type { Samples } from './drawView.ts';

const size = { width: 40, height: 30 };
const layer = { rect: { x: 20, y: 10, width: 8, height: 8 }, alpha: plane(8, 8, () => 255) };
const scene: MovingScene = { picture: aPicture(), layers: [layer] };
const move = { zoom: 1.6, panX: 0.7, panY: -0.4, easing: 'smooth', parallax: 1, safe: null } as const;

describe('an animation', () => {
  it.each(['linear', 'smooth', 'gentle'] as const)(
    'begins and ends with the picture’s own pixels, %s, with zoom, pan and parallax',
    (easing) => {
      for (const moment of [0, 1]) {
        expect(drawFrame(scene, { move: { ...move, easing }, moment, size }).data).toEqual(
          scene.picture.data,
        );
      }
      expect(drawFrame(scene, { move: { ...move, easing }, moment: 0.5, size }).data).not.toEqual(
        scene.picture.data,
      );
    },
  );

  it('shows a part of the picture half way, of its own shape, where it was told to look', () => {
    expect(viewAt({ width: 400, height: 300 }, { ...move, zoom: 2, panX: -1, panY: 1 }, 0.5)).toEqual({
      x: 0,
      y: 150,
      width: 200,
      height: 150,
    });
  });

  it('keeps what is safe in view all the time, and never looks beyond the picture', () => {
    fc.assert(
      fc.property(
        fc.record({
          zoom: fc.double({ min: 1, max: 4, noNaN: true }),
          panX: fc.double({ min: -1, max: 1, noNaN: true }),
          panY: fc.double({ min: -1, max: 1, noNaN: true }),
          moment: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        ({ moment, ...aim }) => {
          const safe = { x: 250, y: 20, width: 120, height: 160 };
          const view = viewAt({ width: 400, height: 300 }, { ...aim, safe, easing: 'gentle' }, moment);
          for (const held of [safe, null]) {
            const [inner, outer] = held ? [held, view] : [view, { x: 0, y: 0, width: 400, height: 300 }];
            expect(inner.x).toBeGreaterThanOrEqual(outer.x - 1e-6);
            expect(inner.y).toBeGreaterThanOrEqual(outer.y - 1e-6);
            expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width + 1e-6);
            expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height + 1e-6);
          }
        },
      ),
    );
  });

  it('lets a layer come nearer than the rest, and nothing else', () => {
    const still = { ...move, zoom: 1 };
    const frame = drawFrame(scene, { move: still, moment: 0.5, size });
    const changed = [...frame.data.keys()].filter((at) => frame.data[at] !== scene.picture.data[at]);
    expect(changed.length).toBeGreaterThan(0);
    for (const at of changed) {
      const [x, y] = [Math.floor(at / 3) % size.width, Math.floor(at / 3 / size.width)];
      expect(x >= 19 && x < 30 && y >= 9 && y < 20, `${x}, ${y}`).toBe(true);
    }
  });
});

function aPicture(): Samples {
  const data = Uint8Array.from({ length: size.width * size.height * 3 }, (_, at) => (at * 7919) % 251);
  return { ...size, channels: 3, data };
}

function plane(width: number, height: number, of: () => number): Samples {
  return { width, height, channels: 1, data: Uint8Array.from({ length: width * height }, of) };
}
