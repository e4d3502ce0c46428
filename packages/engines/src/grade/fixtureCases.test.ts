import type { LightSide, PixelRect, Wish } from '@pinpaint/domain';
import { deltaE, distanceField, type Picture, toOklab } from '@pinpaint/imaging';
import { describe, expect, it } from 'vitest';
import { aFixtureCase } from './aFixtureCase.ts';
import { createGrade } from './createGrade.ts';
import type { WishOf } from './run.ts';

const red = { name: 'red', hex: '#ff0000' } as const;
const saucerBlue: Wish = {
  kind: 'recolour',
  thing: 'the cup and saucer',
  from: red,
  to: { name: 'blue', hex: '#0000ff' },
};
const bowlBlue: Wish = {
  kind: 'recolour',
  thing: 'the bowl',
  from: red,
  to: { name: 'cobalt blue', hex: '#0047ab' },
};
const faceWarmer: Wish = {
  kind: 'relight',
  thing: 'her face',
  change: { warmth: 0.6, brightness: 0, contrast: 0, saturation: 0 },
};

describe('saucer-blue', () => {
  it('turns cup and saucer blue with their highlights; wood, spoon and white china stay', async () => {
    const { before, after, open, change } = await run('saucer-blue', saucerBlue);
    for (const neighbour of [
      area(62, 212, 10, 40), // wood, left
      area(95, 312, 9, 10), // wood in the saucer's shadow
      area(484, 215, 5, 25), // wood, right
      area(255, 393, 50, 6), // wood, below
      area(342, 258, 42, 42), // the spoon's bowl
      area(356, 306, 22, 9), // the saucer mirrored in it
      area(412, 100, 4, 8), // its handle
      area(270, 201, 40, 4), // white china below the lock
    ]) {
      expect(mostIn(change, before, neighbour)).toBeLessThanOrEqual(2);
    }
    const wood = change.filter((_, i) => outsideSaucer(i % before.width, Math.floor(i / before.width)) > 3);
    expect(wood.reduce((most, value) => Math.max(most, value), 0)).toBeLessThanOrEqual(2);
    const spoon = area(320, 235, 90, 95);
    expect(thickestRed(after, open, { hue: 32, leastTint: 0.27, aside: spoon })).toBeLessThanOrEqual(2);
    for (const china of [area(140, 150, 20, 20), area(430, 190, 20, 20), area(280, 350, 30, 10)]) {
      expect(hueIn(after, china)).toBeGreaterThan(250);
      expect(hueIn(after, china)).toBeLessThan(275);
    }
    // A highlight on the handle and one on the rim.
    for (const highlight of [area(226, 255, 3, 3), area(91, 222, 2, 6)]) {
      expect(lightnessIn(after, highlight)).toBeGreaterThan(0.93 * lightnessIn(before, highlight));
    }
  });
});

describe('bowl-blue', () => {
  it('turns the bowl cobalt, keeps its grain and gloss; wall and fig stay', async () => {
    const { before, after, open, change } = await run('bowl-blue', bowlBlue);
    for (const neighbour of [
      area(2290, 383, 20, 14), // wall in the light
      area(568, 930, 10, 20), // wall in the bowl's shadow
      area(700, 1190, 20, 20), // wall, lower left
      area(2080, 1690, 40, 15), // wall, below
      area(1160, 830, 20, 12), // the fig's stalk
      area(1520, 1272, 60, 14), // its skin beyond the lock
    ]) {
      expect(mostIn(change, before, neighbour)).toBeLessThanOrEqual(2);
    }
    // The fig's calyx hangs out of the lock, and its fibres have the bowl's hue in their shadow.
    const calyx = area(1732, 1004, 34, 66);
    expect(thickestRed(after, open, { hue: 33, leastTint: 0.2, aside: calyx })).toBeLessThanOrEqual(2);
    for (const wood of [area(1000, 600, 60, 60), area(1900, 500, 60, 60), area(2200, 1300, 60, 60)]) {
      expect(hueIn(after, wood)).toBeGreaterThan(252);
      expect(hueIn(after, wood)).toBeLessThan(272);
      const grain = grainIn(after, wood) / grainIn(before, wood);
      expect(grain).toBeGreaterThan(0.6);
      expect(grain).toBeLessThan(1.3);
    }
    const gloss = area(628, 838, 4, 4);
    expect(lightnessIn(after, gloss)).toBeGreaterThan(0.9 * lightnessIn(before, gloss));
  });
});

describe('face-warmer', () => {
  it('moves the face towards orange at the same lightness; the background in the region stays', async () => {
    const { before, after, change } = await run('face-warmer', faceWarmer);
    for (const backdrop of [area(278, 148, 9, 10), area(270, 160, 6, 8)]) {
      expect(mostIn(change, before, backdrop)).toBeLessThanOrEqual(2);
    }
    for (const skin of [area(215, 120, 8, 8), area(225, 160, 10, 6), area(250, 125, 6, 8)]) {
      expect(lightnessIn(after, skin)).toBeCloseTo(lightnessIn(before, skin), 2);
      expect(labIn(after, skin).b).toBeGreaterThan(labIn(before, skin).b + 0.02);
      expect(grainIn(after, skin) / grainIn(before, skin)).toBeCloseTo(1, 1);
    }
  });
});

describe('light on the face', () => {
  const cheeks = { left: area(199, 118, 12, 12), right: area(262, 120, 10, 12) };

  it.each(['left', 'right'] as const)(
    'comes from the %s: that cheek gains on the other, grain kept',
    async (side) => {
      const { before, after, change } = await run('face-warmer', lightOnFace(side));
      const other = side === 'left' ? 'right' : 'left';
      const gain = (cheek: PixelRect) => lightnessIn(after, cheek) / lightnessIn(before, cheek);
      expect(gain(cheeks[side]) / gain(cheeks[other])).toBeGreaterThan(1.04);
      for (const backdrop of [area(278, 148, 9, 10), area(270, 160, 6, 8)]) {
        expect(mostIn(change, before, backdrop)).toBeLessThanOrEqual(2);
      }
      for (const cheek of Object.values(cheeks)) {
        expect(grainIn(after, cheek) / grainIn(before, cheek)).toBeGreaterThan(0.6);
        expect(grainIn(after, cheek) / grainIn(before, cheek)).toBeLessThan(1.6);
      }
    },
  );

  it('can not be told on the flat mission patch', async () => {
    const wish: Wish = { ...lightOnFace('left'), thing: 'the patch' };
    await expect(run('patch-off', wish)).rejects.toMatchObject({ code: 'engine.light-unclear' });
  });
});

function lightOnFace(lightFrom: LightSide): WishOf<'relight'> {
  const change = { warmth: 0, brightness: 0, contrast: 0, saturation: 0 };
  return { kind: 'relight', thing: 'her face', change, lightFrom };
}

async function run(id: string, wish: Wish) {
  const { picture, request, layOver, open } = await aFixtureCase(id, wish);
  const [candidate] = await createGrade().run(request, new AbortController().signal, () => {});
  if (!candidate) throw new Error('grade gave no candidate');
  const after = layOver(candidate);
  return { before: picture, after, open, change: deltaE(picture, after) };
}

/** How far outside of the saucer's outline, an ellipse fitted to it, a pixel lies; in pixels, near to it. */
function outsideSaucer(x: number, y: number): number {
  const [u, v] = [(x - 276) / 200, (y - 228) / 160];
  const value = 0.9805 * u * u - 0.0754 * u * v + 0.883 * v * v - 0.0136 * u + 0.0774 * v - 1;
  const slope = [(1.961 * u - 0.0754 * v - 0.0136) / 200, (1.766 * v - 0.0754 * u + 0.0774) / 160];
  return value / Math.hypot(...slope);
}

function area(x: number, y: number, width: number, height: number): PixelRect {
  return { x, y, width, height };
}

function pixelsOf({ width }: Picture, rect: PixelRect): number[] {
  return Array.from(
    { length: rect.width * rect.height },
    (_, k) => (rect.y + Math.floor(k / rect.width)) * width + rect.x + (k % rect.width),
  );
}

function mostIn(change: Float32Array, picture: Picture, rect: PixelRect): number {
  return Math.max(...pixelsOf(picture, rect).map((i) => change[i] ?? 0));
}

function samplesIn(picture: Picture, rect: PixelRect): Float32Array {
  const data = Uint8Array.from(
    pixelsOf(picture, rect).flatMap((i) => [0, 1, 2].map((c) => picture.data[i * 3 + c] ?? 0)),
  );
  return toOklab({ width: rect.width, height: rect.height, channels: 3, depth: 8, data }).lab;
}

function labIn(
  picture: Picture,
  rect: PixelRect,
): { readonly l: number; readonly a: number; readonly b: number } {
  const lab = samplesIn(picture, rect);
  const mean = (c: number) =>
    lab.reduce((sum, value, i) => (i % 3 === c ? sum + value : sum), 0) / (lab.length / 3);
  return { l: mean(0), a: mean(1), b: mean(2) };
}

function lightnessIn(picture: Picture, rect: PixelRect): number {
  return labIn(picture, rect).l;
}

/** Degrees, 0…360. */
function hueIn(picture: Picture, rect: PixelRect): number {
  const { a, b } = labIn(picture, rect);
  return ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}

/** How much lightness varies, relative to the mean: light falls off alike on any paint. */
function grainIn(picture: Picture, rect: PixelRect): number {
  const lab = samplesIn(picture, rect);
  const { l } = labIn(picture, rect);
  const squares = lab.reduce((sum, value, i) => (i % 3 === 0 ? sum + (value - l) ** 2 : sum), 0);
  return Math.sqrt(squares / (lab.length / 3)) / l;
}

type Red = { readonly hue: number; readonly leastTint: number; readonly aside: PixelRect };

/** How thick, in pixels, the thickest part of the region is that still has the old hue. */
function thickestRed(after: Picture, open: Uint8Array, { hue, leastTint, aside }: Red): number {
  const { lab } = toOklab(after);
  const isOther = new Uint8Array(open.length).map((_, i) => {
    const [l, a, b] = [lab[i * 3] ?? 0, lab[i * 3 + 1] ?? 0, lab[i * 3 + 2] ?? 0];
    if ((open[i] ?? 0) < 128 || l < 0.2 || Math.hypot(a, b) < leastTint * (l + 0.02)) return 1;
    const [x, y] = [(i % after.width) - aside.x, Math.floor(i / after.width) - aside.y];
    if (x >= 0 && y >= 0 && x < aside.width && y < aside.height) return 1;
    return Math.abs((Math.atan2(b, a) * 180) / Math.PI - hue) < 9 ? 0 : 1;
  });
  return thickest(isOther, after);
}

function thickest(isOther: Uint8Array, size: Picture): number {
  const deepest = distanceField(isOther, size).reduce((most, squared) => Math.max(most, squared), 0);
  return deepest === 0 ? 0 : Math.ceil(2 * Math.sqrt(deepest) - 1);
}
