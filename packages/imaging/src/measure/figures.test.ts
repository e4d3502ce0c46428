import { describe, expect, it } from 'vitest';
import type { Picture } from '../picture/picture.ts';
import { cloudAt, discAlpha, grainAt, insideOf, isInDisc, type Paint, painted } from './madePictures.ts';
import { type EditFigure, measureEdit } from './measureEdit.ts';

const depths = [8, 16] as const;

type Colour = readonly [number, number, number];
type Made = { readonly before?: Picture; readonly after: Picture };

function measured(figure: EditFigure, { after, before = after }: Made): number | undefined {
  return measureEdit({ before, after, alpha: discAlpha, change: 'removed' }, [figure])[figure];
}

describe('the worst stretch of a relighting', () => {
  const ground: Paint = (x, y) => 120 + 0.3 * cloudAt(x, y) + 0.3 * grainAt(x, y);
  const before = painted(ground);
  const depthOf = (x: number, y: number): number => 36 - Math.hypot(x - 100, y - 80);
  const relit = (light: (x: number, y: number) => number, depth: 8 | 16 = 8): Picture =>
    painted((x, y) => Number(ground(x, y)) + light(x, y), depth);
  const stretch = (after: Picture, was = before): number =>
    measureEdit({ before: was, after, alpha: discAlpha, change: 'relit' }).stretch ?? 0;

  it.each(depths)(
    'is high where a disc shows on plain ground, all of it or a quarter, at %i bits',
    (depth) => {
      const quarter = relit((x, y) => (isInDisc(x, y) && x > 100 && y > 80 ? 18 : 0), depth);
      expect(
        stretch(
          relit((x, y) => (isInDisc(x, y) ? 18 : 0), depth),
          painted(ground, depth),
        ),
      ).toBeGreaterThan(3);
      expect(stretch(quarter, painted(ground, depth))).toBeGreaterThan(2.5);
    },
  );

  it('is low where the light fades to nothing at the border', () => {
    const faded = relit((x, y) => (isInDisc(x, y) ? 18 * Math.min(1, depthOf(x, y) / 24) ** 2 : 0));
    expect(stretch(faded)).toBeLessThan(1.5);
  });

  it('is low where the thing had an edge there all along', () => {
    const thing = insideOf((x, y) => 60 + Number(ground(x, y)), ground);
    const lighter = painted((x, y) => Number(thing(x, y)) + (isInDisc(x, y) ? 18 : 0));
    expect(stretch(lighter, painted(thing))).toBeLessThan(1.5);
  });
});

describe('rim bleed', () => {
  const cloth = (x: number, y: number): Colour => [180 + cloudAt(x, y), 90 + cloudAt(x, y), 40];
  const badge = (x: number, y: number): Colour => [60, 30, 140 + cloudAt(x, y, 2)];
  const before = painted(
    insideOf((x, y) => (Math.hypot(x - 100, y - 80) < 31 ? badge(x, y) : cloth(x, y)), cloth),
  );
  const tinted =
    (share: number, from: number, to: number): Paint =>
    (x, y) => {
      const away = Math.hypot(x - 100, y - 80);
      const [ground, tint] = [cloth(x, y), badge(x, y)];
      if (away < from || away >= to) return ground;
      const mix = (c: 0 | 1 | 2): number => ground[c] + share * (tint[c] - ground[c]);
      return [mix(0), mix(1), mix(2)];
    };

  it.each(depths)('is none where only the cloth is left, at %i bits', (depth) => {
    expect(measured('rim', { before, after: painted(cloth, depth) })).toBeLessThan(0.05);
  });

  it('is about the share of the removed colour that is left, just inside or just outside', () => {
    expect(measured('rim', { before, after: painted(tinted(0.5, 31, 36)) })).toBeCloseTo(0.5, 1);
    expect(measured('rim', { before, after: painted(tinted(0.4, 36, 39)) })).toBeCloseTo(0.4, 1);
  });

  it('is none of a fill that has the removed colour all over: that is no rim', () => {
    expect(measured('rim', { before, after: painted(insideOf(badge, cloth)) })).toBeLessThan(0.1);
  });
});

describe('repetition', () => {
  const strong = (x: number, y: number): number => 128 + 3 * cloudAt(x, y);

  it('is none of a texture that is nowhere the same', () => {
    expect(measured('repetition', { after: painted(strong) })).toBe(0);
  });

  it('is high where one square was laid again and again', () => {
    const tiled = insideOf((x, y) => strong(x % 24, y % 24), strong);
    expect(measured('repetition', { after: painted(tiled) })).toBeGreaterThan(0.6);
  });

  it('is none where the surroundings are a pattern themselves, and not measured where there is nothing', () => {
    const pattern: Paint = (x, y) => strong(x % 24, y % 24);
    expect(measured('repetition', { after: painted(pattern) })).toBeLessThan(0.15);
    expect(measured('repetition', { after: painted(() => 90) })).toBeUndefined();
  });
});

describe('copies of unique things', () => {
  const grass = (x: number, y: number): Colour => [70 + 2 * cloudAt(x, y), 120 + 3 * cloudAt(x, y), 50];
  const face = (x: number, y: number): Colour => [
    200 + 2 * cloudAt(x, y, 4),
    150 + 3 * cloudAt(x, y, 5),
    120,
  ];
  const isIn = (x: number, y: number, [cx, cy]: readonly [number, number]): boolean =>
    Math.hypot(x - cx, y - cy) < 22;
  const one: Paint = (x, y) => (isIn(x, y, [30, 40]) ? face(x, y) : grass(x, y));

  it('are none where the fill has nothing from elsewhere, or only what is everywhere', () => {
    expect(measured('copies', { after: painted(one) })).toBe(0);
    const copied: Paint = (x, y) => (isInDisc(x, y) ? grass(x - 50, y + 9) : one(x, y));
    expect(measured('copies', { after: painted(copied) })).toBeLessThan(0.05);
  });

  it('are seen where the only face is there a second time', () => {
    const twice: Paint = (x, y) => (isIn(x, y, [100, 80]) ? face(x - 70, y - 40) : one(x, y));
    expect(measured('copies', { after: painted(twice) })).toBeGreaterThan(0.15);
  });
});

describe('light', () => {
  const lit =
    (side: 1 | -1): Paint =>
    (x, y) =>
      120 + side * 0.5 * (x - 100) + 0.3 * cloudAt(x, y);

  it.each(depths)('comes from the same side where the fill goes on, at %i bits', (depth) => {
    expect(measured('light', { after: painted(lit(1), depth) })).toBeLessThan(15);
  });

  it('comes from the other side where it was flipped', () => {
    expect(measured('light', { after: painted(insideOf(lit(-1), lit(1))) })).toBeGreaterThan(150);
  });

  it('is turned by as much as it is turned', () => {
    const fromAbove: Paint = (x, y) => 120 - 0.5 * (y - 80) + 0.3 * cloudAt(x, y);
    const turn = measured('light', { after: painted(insideOf(fromAbove, lit(1))) }) ?? 0;
    expect(Math.abs(turn - 90)).toBeLessThan(15);
  });

  it('is not told where nothing tells of it', () => {
    expect(measured('light', { after: painted((x, y) => 120 + cloudAt(x, y)) })).toBeUndefined();
  });
});

describe('broken lines and horizons', () => {
  const horizon =
    (level: number): Paint =>
    (x, y) =>
      (y - level - 0.2 * (x - 100) < 0 ? 190 : 90) + 0.5 * cloudAt(x, y);

  it('are none where a horizon goes on', () => {
    const after = painted(horizon(80));
    expect([measured('breaks', { after }), measured('horizon', { after })]).toEqual([0, 0]);
  });

  it('are seen where it is shifted by 6 pixels in the fill', () => {
    const after = painted(insideOf(horizon(86), horizon(80)));
    expect(measured('breaks', { after })).toBeGreaterThan(0.6);
    expect(measured('horizon', { after })).toBeGreaterThan(0.9);
  });

  it('are seen where it stops at the border', () => {
    const after = painted(insideOf((x, y) => 120 + cloudAt(x, y), horizon(80)));
    expect(measured('breaks', { after })).toBeGreaterThan(0.6);
    expect(measured('horizon', { after })).toBeGreaterThan(0.9);
  });

  it('are not measured where there are no lines', () => {
    const after = painted((x, y) => 120 + cloudAt(x, y));
    expect([measured('breaks', { after }), measured('horizon', { after })]).toEqual([undefined, undefined]);
  });
});

describe('a piece that ends in a straight edge', () => {
  const sky: Paint = (x, y) => [110 + 2 * cloudAt(x, y), 115 + 2 * cloudAt(x, y), 150];
  const leaves: Paint = (x, y) => [120 + 5 * cloudAt(x, y), 90 + 5 * cloudAt(x, y), 40];
  const beyond = (x: number, y: number, isTree: boolean): ReturnType<Paint> => (isTree ? leaves : sky)(x, y);

  it.each(depths)('is seen where a tree stops in the fill and goes on nowhere, at %i bits', (depth) => {
    const after = painted(
      insideOf((x, y) => beyond(x, y, x > 100 && Math.abs(y - 80) < 30), sky),
      depth,
    );
    expect(measured('cut', { after })).toBeGreaterThan(50);
  });

  it('is none where its edge goes on outside, where the fill is one texture, and where no edge is long', () => {
    const through = painted((x, y) => beyond(x, y, x > 100));
    const tufts = painted(insideOf((x, y) => beyond(x, y, Math.hypot(x - 100, y - 80) < 9), sky));
    const figures = [through, painted(sky), painted(leaves), tufts].map(
      (after) => measured('cut', { after }) ?? 0,
    );
    expect(Math.max(...figures)).toBeLessThan(50);
  });
});

describe('grain and blur', () => {
  const grainy =
    (share: number): Paint =>
    (x, y) =>
      120 + 0.2 * (x - 100) + share * grainAt(x, y);

  it.each(depths)('are none where the grain goes on, at %i bits', (depth) => {
    expect(measured('grain', { after: painted(grainy(1), depth) })).toBeLessThan(0.2);
  });

  it.each([
    ['half', 0.5, 1],
    ['double', 2, 1],
  ])('tell %s the grain as one doubling', (_, share, doublings) => {
    const after = painted(insideOf(grainy(share), grainy(1)));
    expect(measured('grain', { after })).toBeGreaterThan(0.75 * doublings);
    expect(measured('grain', { after })).toBeLessThan(1.25 * doublings);
  });

  it('tell a fill that is softer than what lies round it', () => {
    const sharp: Paint = (x, y) => 120 + 3 * grainAt(x >> 1, y >> 1);
    const soft: Paint = (x, y) => 120 + 3 * cloudAt(x, y);
    expect(measured('blur', { after: painted(sharp) })).toBeLessThan(0.2);
    expect(measured('blur', { after: painted(insideOf(soft, sharp)) })).toBeGreaterThan(0.6);
    expect(measured('blur', { after: painted(insideOf(sharp, soft)) })).toBe(0);
  });

  it('are not measured where there is too little', () => {
    expect(measured('blur', { after: painted(() => 90) })).toBeUndefined();
  });
});

describe('what is measured', () => {
  const after = painted((x, y) => 120 + cloudAt(x, y));
  const names = (change: Parameters<typeof measureEdit>[0]['change']): string[] =>
    Object.keys(measureEdit({ before: after, after, alpha: discAlpha, change })).sort();

  it('depends on what the edit was to do', () => {
    expect(names('removed')).toEqual(expect.arrayContaining(['ghost', 'rim', 'seam', 'repetition', 'grain']));
    expect(names('extended')).not.toContain('ghost');
    expect(names('relit')).toEqual(['seam', 'stretch']);
  });

  it('is nothing worse than a seam of 1 where nothing was changed at all', () => {
    const alpha = new Uint8Array(discAlpha.length);
    expect(measureEdit({ before: after, after, alpha, change: 'removed' })).toMatchObject({
      seam: 1,
      ghost: 0,
    });
  });

  it('takes a change of all the picture', () => {
    const alpha = new Uint8Array(discAlpha.length).fill(255);
    expect(measureEdit({ before: after, after, alpha, change: 'removed' })).toMatchObject({ seam: 1 });
    expect(isInDisc(0, 0)).toBe(false);
  });
});
