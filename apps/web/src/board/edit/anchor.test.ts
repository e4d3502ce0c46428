import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideFrame, besidePanel, isNarrow, underFrameAt } from './anchor.ts';

const view = { width: 1068, height: 768 };
const frame = { x: 36, y: 210, width: 621, height: 420 };
const region = { x: 170, y: 250, width: 480, height: 380 };

describe('the edit panel', () => {
  it('stands 24 px right of its frame, at its top', () => {
    expect(besideFrame({ frame, region, view }, 400)).toEqual({ x: 681, y: 210, width: 364 });
  });

  it('goes up so far that the minimap is seen, and at least so far that it ends in view', () => {
    expect(besideFrame({ frame, region, view }, 600).y).toBe(40);
    expect(besideFrame({ frame, region, view }, 740).y).toBe(12);
    expect(besideFrame({ frame: { ...frame, x: 430 }, region, view }, 600).y).toBe(156);
  });

  it('goes to the left where there is no room at the right', () => {
    const far = { ...frame, x: 430 };
    expect(besideFrame({ frame: far, region, view }, 500).x).toBe(42);
  });

  it('stands over a large frame beside the region', () => {
    const large = { x: -400, y: -200, width: 2000, height: 1200 };
    const at = (x: number) =>
      besideFrame({ frame: large, region: { ...region, x, width: 300 }, view }, 500).x;
    expect(at(100)).toBe(692);
    expect(at(700)).toBe(12);
  });

  it('never leaves the view', () => {
    const px = fc.integer({ min: -5000, max: 5000 });
    const size = fc.integer({ min: 1, max: 5000 });
    const rect = fc.record({ x: px, y: px, width: size, height: size });
    fc.assert(
      fc.property(rect, rect, fc.integer({ min: 1, max: 744 }), (frame, region, height) => {
        const { x, y, width } = besideFrame({ frame, region, view }, height);
        expect(x >= 12 && x + width <= view.width - 12 && y >= 12 && y + height <= view.height - 12).toBe(
          true,
        );
      }),
    );
  });

  it('leaves room for the strip at one side, however it stands', () => {
    const px = fc.integer({ min: -2000, max: 2000 });
    const size = fc.integer({ min: 1, max: 2000 });
    const rect = fc.record({ x: px, y: px, width: size, height: size });
    fc.assert(
      fc.property(rect, rect, fc.integer({ min: 728, max: 2560 }), (frame, region, width) => {
        const narrower = { width, height: 768 };
        const panel = besideFrame({ frame, region, view: narrower }, 500);
        const span = besidePanel(narrower, panel);
        expect(span.width).toBeGreaterThanOrEqual(320);
        expect(span.x + span.width <= panel.x || span.x >= panel.x + panel.width).toBe(true);
      }),
    );
  });

  it('is a sheet where nothing can stand beside a picture', () => {
    expect([isNarrow({ width: 390, height: 844 }), isNarrow(view)]).toEqual([true, false]);
  });
});

describe('the candidates’ strip', () => {
  const size = { width: 500, height: 110 };
  const span = besidePanel(view, { x: 681, y: 14, width: 364 });

  it('lies 10 px under its frame', () => {
    expect(underFrameAt({ frame, region, view, size, span })).toEqual({ x: 36, y: 640 });
  });

  it('stays in view and beside the panel', () => {
    const low = { ...frame, x: 300, y: 400 };
    const near = { ...region, y: 400, height: 100 };
    expect(underFrameAt({ frame: low, region: near, view, size, span })).toEqual({ x: 169, y: 646 });
  });

  it('has the wider side of the panel, and the whole view where there is none', () => {
    expect(besidePanel(view, { x: 100, y: 14, width: 364 })).toEqual({ x: 476, width: 580 });
    expect(besidePanel({ width: 900, height: 600 }, null)).toEqual({ x: 12, width: 876 });
  });

  it('goes above a region that it would hide', () => {
    const low = { ...frame, y: 330, height: 600 };
    const { y } = underFrameAt({ frame: low, region: { ...region, y: 560 }, view, size, span });
    expect(y).toBe(210);
  });
});
