import { describe, expect, it } from 'vitest';
import { growAndFeather } from '../alpha/growAndFeather.ts';
import { rasterise } from '../alpha/rasterise.ts';
import { composite } from '../composite/compositeInto.ts';
import { makePicture, type Picture } from '../picture/picture.ts';
import { measureGhost } from './measureGhost.ts';
import { measureSeam } from './measureSeam.ts';

const rect = { x: 0, y: 0, width: 96, height: 80 };
const disc = { kind: 'ellipse', cx: 47, cy: 41, rx: 22, ry: 19 } as const;
const hard = rasterise(disc, rect);
const soft = growAndFeather(hard, { growPx: 8, featherPx: 8 });
const depths = [8, 16] as const;

describe('measureSeam', () => {
  it.each(depths)('is about 1 where a fill goes on like its surroundings, at %i bits', (depth) => {
    expect(measureSeam({ after: noise(depth, 1), alpha: hard.data })).toBeCloseTo(1, 1);
    expect(measureSeam({ after: flat(depth, 90), alpha: hard.data })).toBe(1);
  });

  it.each(depths)('is above 2 where a step shows, at %i bits', (depth) => {
    expect(
      measureSeam({ after: pasted(flat(depth, 90), flat(depth, 94), hard), alpha: hard.data }),
    ).toBeGreaterThan(2);
    const onNoise = pasted(noise(depth, 1), noise(depth, 2, 90), hard);
    expect(measureSeam({ after: onNoise, alpha: hard.data })).toBeGreaterThan(2);
  });

  it('falls as the same step is feathered', () => {
    const [base, patch] = [noise(8, 1), noise(8, 2, 60)];
    const stepped = measureSeam({ after: pasted(base, patch, hard), alpha: hard.data });
    const feathered = measureSeam({ after: pasted(base, patch, soft), alpha: soft.data });
    expect(feathered).toBeLessThan(1.3);
    expect(feathered).toBeLessThan(stepped);
  });

  it('does not blame a recolouring for the edge its thing has always had', () => {
    const before = pasted(noise(8, 1), noise(8, 2, 90), hard);
    const after = pasted(noise(8, 1), noise(8, 2, -90), hard);
    expect(measureSeam({ after, alpha: hard.data })).toBeGreaterThan(2);
    expect(measureSeam({ after, alpha: hard.data, before })).toBeCloseTo(1, 1);
  });

  it('sees no step against a colour that a transparent pixel hides', () => {
    const after = makePicture({ ...rect, channels: 4, depth: 8 });
    const alpha = new Uint8Array(hard.data.length);
    for (let i = 0; i < alpha.length; i += 1) {
      const x = i % rect.width;
      after.data.set(x < 48 ? [90, 90, 90, 255] : [0, 255, 0, 0], i * 4);
      if (x >= 30 && x < 48) alpha[i] = 255;
    }
    expect(measureSeam({ after, alpha })).toBe(1);
  });

  it('is 1 where there is no border: nothing changed, or all of the crop did', () => {
    const after = noise(8, 1);
    expect(measureSeam({ after, alpha: new Uint8Array(hard.data.length) })).toBe(1);
    expect(measureSeam({ after, alpha: new Uint8Array(hard.data.length).fill(255) })).toBe(1);
  });

  it('still has something to compare with where the alpha leaves no room for a ring', () => {
    const alpha = new Uint8Array(hard.data.length).fill(255).fill(128, 0, rect.width * 40);
    expect(measureSeam({ after: noise(8, 1), alpha })).toBeCloseTo(1, 0);
  });
});

describe('measureGhost', () => {
  it.each(depths)(
    'is 1 where nothing was removed and about 0 for independent detail, at %i bits',
    (depth) => {
      const before = noise(depth, 1);
      expect(measureGhost({ before, after: before, alpha: hard.data })).toBeCloseTo(1, 6);
      expect(measureGhost({ before, after: noise(depth, 2), alpha: hard.data })).toBeLessThan(0.1);
    },
  );

  it('sees what shines through, and more of it the more there is', () => {
    const [before, fill] = [noise(8, 1), noise(8, 2)];
    const ghosts = [0.2, 0.5, 0.8].map((share) => {
      const veil = { rect, data: hard.data.map((value) => value * (1 - share)) };
      return measureGhost({ before, after: pasted(before, fill, veil), alpha: hard.data });
    });
    expect(ghosts).toEqual(ghosts.toSorted((a, b) => a - b));
    expect(ghosts[0]).toBeGreaterThan(0.15);
    expect(ghosts[2]).toBeGreaterThan(0.9);
  });

  it('sees a ghost of other brightness and strength, and none in a blank fill or of a blank original', () => {
    const before = noise(8, 1);
    const faint = pasted(before, flat(8, 200), { rect, data: hard.data.map((value) => value * 0.6) });
    expect(measureGhost({ before, after: faint, alpha: hard.data })).toBeGreaterThan(0.9);
    expect(
      measureGhost({ before, after: pasted(before, flat(8, 128), hard), alpha: hard.data }),
    ).toBeLessThan(0.1);
    expect(measureGhost({ before: flat(8, 9), after: before, alpha: hard.data })).toBe(0);
  });

  it('judges a patch too small to have a middle by what it has, and nothing as no ghost', () => {
    const before = noise(8, 1);
    const thin = rasterise({ kind: 'rectangle', x: 40.5, y: 40.5, width: 3, height: 3 }, rect);
    expect(measureGhost({ before, after: before, alpha: thin.data })).toBeCloseTo(1, 6);
    expect(measureGhost({ before, after: before, alpha: new Uint8Array(hard.data.length) })).toBe(0);
  });
});

function flat(depth: 8 | 16, level: number): Picture {
  const picture = makePicture({ ...rect, channels: 3, depth });
  picture.data.fill(depth === 8 ? level : level * 257);
  return picture;
}

/** Grey noise of ±16 round the middle, shifted by `shift`; a seed always gives the same. */
function noise(depth: 8 | 16, seed: number, shift = 0): Picture {
  const picture = flat(depth, 0);
  let state = seed;
  for (let i = 0; i < picture.data.length; i += 3) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const level = 128 + shift + (state >>> 27) - 16;
    picture.data.fill(depth === 8 ? level : level * 257, i, i + 3);
  }
  return picture;
}

function pasted(base: Picture, patch: Picture, alpha: { rect: typeof rect; data: Uint8Array }): Picture {
  const at = { x: 0, y: 0 };
  return composite({ ...at, picture: base }, { patch: { ...at, picture: patch }, alpha, opacity: 255 });
}
