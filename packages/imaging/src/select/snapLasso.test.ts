import { type FramePoint, rectOfSize, regionProblem } from '@pinpaint/domain';
import { describe, expect, it } from 'vitest';
import { rasterise } from '../alpha/rasterise.ts';
import { discAt, drawFormula, type Formula } from './madePictures.ts';
import { readerOf } from './pixelReader.ts';
import type { Lasso, SelectResult } from './selectThing.ts';
import { snapLasso } from './snapLasso.ts';

const size = { width: 240, height: 180 };
const bounds = rectOfSize(size);
const disc = discAt([110, 90], 42);

/** A circle as a hand draws it: in and out by up to `off` pixels. */
function drawn([cx, cy]: FramePoint, radius: number, off: number): Lasso {
  const points = Array.from({ length: 40 }, (_, i): FramePoint => {
    const [turn, far] = [(i / 40) * 2 * Math.PI, radius + off * Math.sin(i * 1.7)];
    return [cx + far * Math.cos(turn), cy + far * Math.sin(turn)];
  });
  return { kind: 'lasso', points };
}

function snap(formula: Formula, lasso: Lasso): Promise<SelectResult> {
  return snapLasso({ read: readerOf({ x: 0, y: 0, picture: drawFormula(formula, size) }), bounds, lasso });
}

function likeness(lasso: Lasso, formula: Formula): number {
  const { data } = rasterise(lasso, bounds);
  let [both, either] = [0, 0];
  data.forEach((alpha, i) => {
    const [isIn, isTrue] = [alpha >= 128, formula((i % size.width) + 0.5, Math.floor(i / size.width) + 0.5)];
    if (isIn && isTrue) both += 1;
    if (isIn || isTrue) either += 1;
  });
  return both / either;
}

describe('a drawn line', () => {
  it.each<[string, Lasso]>([
    ['too wide', drawn([110, 90], 47, 2)],
    ['too narrow', drawn([110, 90], 37, 2)],
    ['by a trembling hand', drawn([111, 89], 42, 5)],
  ])('%s comes to lie on the edge', async (_, lasso) => {
    const result = await snap(disc, lasso);
    if (!result.ok) throw new Error(result.error.code);
    expect(likeness(result.value, disc)).toBeGreaterThan(0.97);
    expect(likeness(result.value, disc)).toBeGreaterThan(likeness(lasso, disc));
    expect(regionProblem(result.value, bounds)).toBeNull();
  });

  it('snaps at the border of the picture too', async () => {
    const half = discAt([0, 90], 50);
    const result = await snap(half, drawn([0, 90], 54, 2));
    expect(result.ok && likeness(result.value, half)).toBeGreaterThan(0.97);
  });

  it.each<[string, Lasso, string]>([
    ['over nothing', drawn([60, 60], 30, 1), 'select.nothing'],
    ['beside the frame', drawn([900, 60], 30, 1), 'select.outside'],
    ['of a single pixel', drawn([60.5, 60.5], 0.4, 0), 'select.too-small'],
  ])('%s ends in a code', async (_, lasso, code) => {
    const plain = drawFormula(() => false, size, { inside: [0, 0, 0], outside: [90, 90, 90], noise: 0 });
    const read = readerOf({ x: 0, y: 0, picture: plain });
    expect(await snapLasso({ read, bounds, lasso })).toEqual({ ok: false, error: { code } });
  });
});
