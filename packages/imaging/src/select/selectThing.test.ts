import { type FramePoint, type PixelRect, type PixelSize, rectOfSize, regionProblem } from '@pinpaint/domain';
import { describe, expect, it } from 'vitest';
import { rasterise } from '../alpha/rasterise.ts';
import { makePicture, type Picture } from '../picture/picture.ts';
import { discAt, drawFormula, type Formula } from './madePictures.ts';
import { type PixelReader, readerOf, sizeWithin } from './pixelReader.ts';
import { type Around, type Lasso, type SelectHints, type SelectResult, selectThing } from './selectThing.ts';

const size = { width: 240, height: 180 };
const disc = discAt([110, 90], 42);
const none: SelectHints = { around: null, add: [], remove: [] };

function select(picture: Picture, hints: Partial<SelectHints>): Promise<SelectResult> {
  return selectThing({
    read: readerOf({ x: 0, y: 0, picture }),
    bounds: rectOfSize(picture),
    hints: { ...none, ...hints },
  });
}

function found(result: SelectResult): Lasso {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function likeness(lasso: Lasso, formula: Formula, rect: PixelRect): number {
  const { data } = rasterise(lasso, rect);
  let [both, either] = [0, 0];
  for (let i = 0; i < data.length; i += 1) {
    const isIn = (data[i] ?? 0) >= 128;
    const isTrue = formula(rect.x + (i % rect.width) + 0.5, rect.y + Math.floor(i / rect.width) + 0.5);
    if (isIn && isTrue) both += 1;
    if (isIn || isTrue) either += 1;
  }
  return both / either;
}

describe('a thing in a made picture', () => {
  const picture = drawFormula(disc, size);

  it('is found from a box around it', async () => {
    const lasso = found(
      await select(picture, { around: { kind: 'rectangle', x: 60, y: 40, width: 100, height: 100 } }),
    );
    expect(likeness(lasso, disc, rectOfSize(size))).toBeGreaterThan(0.97);
    expect(regionProblem(lasso, rectOfSize(size))).toBeNull();
  });

  it.each<[string, FramePoint]>([
    ['in its middle', [110, 90]],
    ['near its edge', [80, 100]],
  ])('is found from a click %s', async (_, point) => {
    const lasso = found(await select(picture, { add: [point] }));
    expect(likeness(lasso, disc, rectOfSize(size))).toBeGreaterThan(0.97);
  });

  it('is the same each time', async () => {
    const once = await select(picture, { add: [[110, 90]] });
    expect(await select(picture, { add: [[110, 90]] })).toEqual(once);
  });

  it('is found from a line drawn round it', async () => {
    const points: FramePoint[] = [
      [110, 30],
      [170, 80],
      [140, 150],
      [70, 145],
      [55, 70],
    ];
    const lasso = found(await select(picture, { around: { kind: 'lasso', points } }));
    expect(likeness(lasso, disc, rectOfSize(size))).toBeGreaterThan(0.97);
  });

  it('keeps its hole', async () => {
    const ring: Formula = (x, y) => disc(x, y) && !discAt([110, 90], 20)(x, y);
    const around: Around = { kind: 'rectangle', x: 60, y: 40, width: 100, height: 100 };
    const lasso = found(await select(drawFormula(ring, size), { around }));
    expect(likeness(lasso, ring, rectOfSize(size))).toBeGreaterThan(0.95);
  });

  it('is found where it is cut by the border of the picture', async () => {
    const half = discAt([0, 90], 50);
    const lasso = found(
      await select(drawFormula(half, size), {
        around: { kind: 'rectangle', x: 0, y: 30, width: 60, height: 120 },
      }),
    );
    expect(likeness(lasso, half, rectOfSize(size))).toBeGreaterThan(0.97);
  });

  it('is found in a frame whose origin lies elsewhere', async () => {
    const bounds = { x: -50, y: 20, ...size };
    const read = readerOf({ x: -50, y: 20, picture });
    const around: Around = { kind: 'rectangle', x: 10, y: 60, width: 100, height: 100 };
    const lasso = found(await selectThing({ read, bounds, hints: { ...none, around } }));
    expect(likeness(lasso, discAt([60, 110], 42), bounds)).toBeGreaterThan(0.97);
  });
});

describe('two things', () => {
  const [left, right] = [discAt([70, 90], 30), discAt([170, 90], 30)];
  const both: Formula = (x, y) => left(x, y) || right(x, y);
  const picture = drawFormula(both, size);

  it('are added by a click each', async () => {
    const lasso = found(
      await select(picture, {
        add: [
          [70, 90],
          [170, 90],
        ],
      }),
    );
    expect(likeness(lasso, both, rectOfSize(size))).toBeGreaterThan(0.96);
  });

  it('are told apart when one is taken off', async () => {
    const around: Around = { kind: 'rectangle', x: 30, y: 50, width: 180, height: 80 };
    const lasso = found(await select(picture, { around, remove: [[170, 90]] }));
    expect(likeness(lasso, left, rectOfSize(size))).toBeGreaterThan(0.96);
  });
});

describe('a frame of thirty megapixels', () => {
  const large = { width: 6_700, height: 4_480 };
  const thing = discAt([3_000, 2_000], 700);

  it('is never read as a whole, and the line is found to a few of its pixels', async () => {
    const reads: number[] = [];
    const lasso = found(
      await selectThing({
        read: watched(formulaReader(thing), reads),
        bounds: rectOfSize(large),
        hints: { ...none, add: [[3_000, 2_000]] },
      }),
    );
    expect(Math.max(...reads)).toBeLessThanOrEqual(1_000_000);
    const far = lasso.points.map(([x, y]) => Math.abs(Math.hypot(x - 3_000, y - 2_000) - 700));
    expect(Math.max(...far)).toBeLessThan(6);
  });

  function formulaReader(formula: Formula): PixelReader {
    return (rect, mostPixels) => {
      const part = sizeWithin(rect, mostPixels);
      const [across, down] = [rect.width / part.width, rect.height / part.height];
      return { rect, picture: drawFormula((x, y) => formula(rect.x + x * across, rect.y + y * down), part) };
    };
  }

  function watched(read: PixelReader, reads: number[]): PixelReader {
    return async (rect, mostPixels) => {
      const view = await read(rect, mostPixels);
      reads.push(view.picture.width * view.picture.height);
      return view;
    };
  }
});

describe('what can’t be found', () => {
  const plain = (of: PixelSize) =>
    drawFormula(() => false, of, { inside: [0, 0, 0], outside: [90, 90, 90], noise: 0 });
  const grainy = drawFormula(() => false, size);

  it.each<[string, Picture, Partial<SelectHints>, string]>([
    ['a picture of one pixel', plain({ width: 1, height: 1 }), { add: [[0.5, 0.5]] }, 'select.too-small'],
    [
      'a box of one colour',
      plain(size),
      { around: { kind: 'rectangle', x: 50, y: 50, width: 60, height: 60 } },
      'select.nothing',
    ],
    ['a click on one colour', plain(size), { add: [[100, 90]] }, 'select.nothing'],
    [
      'a box round all of one colour',
      plain(size),
      { around: { kind: 'rectangle', ...rectOfSize(size) } },
      'select.nothing',
    ],
    [
      'a box beside the frame',
      grainy,
      { around: { kind: 'rectangle', x: 500, y: 0, width: 9, height: 9 } },
      'select.outside',
    ],
    [
      'a box without any extent',
      grainy,
      { around: { kind: 'rectangle', x: 50, y: 50, width: 0, height: 0 } },
      'select.outside',
    ],
    ['a click beside the frame', grainy, { add: [[-1, 5]] }, 'select.outside'],
    ['no hint at all', grainy, {}, 'select.outside'],
    [
      'a see-through picture',
      makePicture({ ...size, channels: 4, depth: 16 }),
      { add: [[9, 9]] },
      'select.nothing',
    ],
  ])('%s ends in a code', async (_, picture, hints, code) => {
    expect(await select(picture, hints)).toEqual({ ok: false, error: { code } });
  });

  it('a box round everything finds the thing in it', async () => {
    const lasso = found(
      await select(drawFormula(disc, size), { around: { kind: 'rectangle', ...rectOfSize(size) } }),
    );
    expect(likeness(lasso, disc, rectOfSize(size))).toBeGreaterThan(0.97);
  });

  it('stops when nobody waits any longer', async () => {
    const read = readerOf({ x: 0, y: 0, picture: grainy });
    const wish = { read, bounds: rectOfSize(size), hints: { ...none, add: [[9, 9] as const] } };
    await expect(selectThing({ ...wish, signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
