import type { Wish } from '@pinpaint/domain';
import { deltaE, distanceField, type Picture, toOklab } from '@pinpaint/imaging';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineCandidate, EngineRequest } from '../engine.ts';
import { aDisc, discRadius, discSize, toBlue } from './aDisc.ts';
import { aRequest, laidOver, pictureOf } from './aRequest.ts';
import { createGrade } from './createGrade.ts';

const warmer = { warmth: 0.6, brightness: 0, contrast: 0, saturation: 0 };

describe('a recoloured disc on wood of nearly its hue', () => {
  it.each([
    ['drawn generously', discRadius + 9, 8],
    ['drawn generously, at 16 bits', discRadius + 9, 16],
    ['drawn 3 px short', discRadius - 3, 8],
  ] as const)('changes wholly and alone: %s', async (_, regionRadius, depth) => {
    const { request, truth } = aDisc({ regionRadius, depth });
    const after = laidOver(request, await only(request));

    expect(thickestRed(after, truth)).toBeLessThanOrEqual(2);
    const change = deltaE(pictureOf(request.crop), after);
    expect(mostBeside(change, truth)).toBeLessThanOrEqual(2);
    expect(median(change.filter((_value, i) => truth[i] === 1))).toBeGreaterThan(40);
  });

  it('keeps the highlight white and the shade dark', async () => {
    const { request } = aDisc();
    const before = toOklab(pictureOf(request.crop)).lab;
    const after = toOklab(laidOver(request, await only(request))).lab;
    const at = (x: number, y: number) => (y * discSize.width + x) * 3;
    const [highlight, lit, shaded] = [at(95, 72), at(80, 95), at(150, 130)];
    expect(after[highlight]).toBeGreaterThan(0.95 * (before[highlight] ?? 1));
    expect(Math.hypot(after[highlight + 1] ?? 1, after[highlight + 2] ?? 1)).toBeLessThan(0.06);
    const ratio = (lab: Float32Array) => (lab[shaded] ?? 0) / (lab[lit] ?? 1);
    expect(ratio(after)).toBeCloseTo(ratio(before), 1);
  });

  it('does not burn out in white: its shading still shows, and its gloss has no hue', async () => {
    const { request, truth } = aDisc({ wish: { ...toBlue, to: { name: 'white', hex: '#ffffff' } } });
    const { lab } = toOklab(laidOver(request, await only(request)));
    const body = [...truth.keys()].filter((i) => truth[i] === 1).map((i) => lab[i * 3] ?? 0);
    const sorted = Float32Array.from(body).sort();
    const share = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
    expect(share(0.8)).toBeLessThan(0.97);
    expect(share(0.8) - share(0.2)).toBeGreaterThan(0.05);
    const glossEdge = (72 * discSize.width + 101) * 3;
    expect(Math.hypot(lab[glossEdge + 1] ?? 1, lab[glossEdge + 2] ?? 1)).toBeLessThan(0.03);
  });

  it('mixes disc and wood at the edge as before: nothing is darker or lighter than both', async () => {
    const { request, truth } = aDisc();
    const after = laidOver(request, await only(request));
    for (let i = 0; i < truth.length; i += 1) {
      const share = truth[i] ?? 0;
      if (share === 0 || share === 1) continue;
      const around = [i - 3, i + 3, i - 3 * discSize.width, i + 3 * discSize.width].map(
        (j) => after.data[j * 3 + 2] ?? 0,
      );
      const blue = after.data[i * 3 + 2] ?? 0;
      expect(blue).toBeLessThanOrEqual(Math.max(...around) + 30);
      expect(blue).toBeGreaterThanOrEqual(Math.min(...around) - 30);
    }
  });

  it.each([
    ['white', '#ffffff', [0.72, 0.97], null],
    ['black', '#000000', [0.1, 0.27], null],
    ['#e8c547', '#e8c547', [0.7, 0.85], 93],
    ['green', '#008000', [0.42, 0.56], 142],
  ] as const)(
    'takes the hue and most of the lightness of %s',
    async (name, hex, [darkest, lightest], hue) => {
      const { request, truth } = aDisc({ wish: { ...toBlue, to: { name, hex } } });
      const { lab } = toOklab(laidOver(request, await only(request)));
      const body = [...truth.keys()].filter((i) => truth[i] === 1);
      const middle = [0, 1, 2].map((c) => median(Float32Array.from(body, (i) => lab[i * 3 + c] ?? 0)));
      const [l = 0, a = 0, b = 0] = middle;
      expect(l).toBeGreaterThan(darkest);
      expect(l).toBeLessThan(lightest);
      if (hue === null) expect(Math.hypot(a, b)).toBeLessThan(0.03);
      else expect(Math.abs((Math.atan2(b, a) * 180) / Math.PI - hue)).toBeLessThan(8);
    },
  );

  it('is as good without being told from which colour', async () => {
    const { request, truth } = aDisc({ wish: { ...toBlue, from: null } });
    expect(thickestRed(laidOver(request, await only(request)), truth)).toBeLessThanOrEqual(2);
  });
});

describe('grade', () => {
  it('never uses more alpha than is permitted, wherever the region lies', async () => {
    const anyRadius = fc.integer({ min: 20, max: 95 });
    await fc.assert(
      fc.asyncProperty(anyRadius, fc.boolean(), async (regionRadius, isLight) => {
        const wish: Wish = isLight ? { kind: 'relight', thing: 'disc', change: warmer } : toBlue;
        const { request } = aDisc({ regionRadius, wish });
        const { usedAlpha } = await only(request);
        expect(usedAlpha.every((value, i) => value <= (request.permittedAlpha[i] ?? 0))).toBe(true);
      }),
      { numRuns: 8 },
    );
  });

  it('leaves locked pixels alone', async () => {
    const { request } = aDisc();
    const locked = request.locked.map((_, i) => (i % discSize.width < 100 ? 255 : 0));
    const permittedAlpha = request.permittedAlpha.map((value, i) => (locked[i] === 255 ? 0 : value));
    const { usedAlpha } = await only({ ...request, locked, permittedAlpha });
    expect(usedAlpha.some((value) => value > 0)).toBe(true);
    expect(usedAlpha.every((value, i) => value === 0 || locked[i] === 0)).toBe(true);
  });

  it('gives the same bytes again, and as many variants as are asked for', async () => {
    const { request } = aDisc({ variants: 3 });
    const [first, again] = [await run(request), await run(request)];
    expect(first).toEqual(again);
    expect(first).toHaveLength(3);
    expect(first[1]?.patch.data).not.toEqual(first[0]?.patch.data);
  });

  it('says what it did not find', async () => {
    const { request } = aDisc({ wish: { ...toBlue, from: { name: 'green', hex: '#008000' } } });
    await expect(run(request)).rejects.toMatchObject({
      code: 'engine.thing-not-found',
      message: 'Nothing in this region looks like “green disc”.',
    });
  });

  it('refuses what may not change at all, and wishes that are not its own', async () => {
    const { request } = aDisc();
    const nothing = { ...request, permittedAlpha: request.permittedAlpha.map(() => 0) };
    await expect(run(nothing)).rejects.toMatchObject({ code: 'engine.nothing-permitted' });
    const remove = {
      ...request,
      intent: { ...request.intent, wish: { kind: 'remove', thing: null } },
    } as const;
    await expect(run(remove)).rejects.toMatchObject({ code: 'engine.wrong-kind' });
  });

  it('stops with the reason of the abort', async () => {
    const { request } = aDisc();
    const control = new AbortController();
    const reason = new Error('nobody wants it any more');
    const running = createGrade().run(request, control.signal, (fraction) => {
      if (fraction < 1) control.abort(reason);
    });
    await expect(running).rejects.toBe(reason);
  });
});

describe('relight', () => {
  it('warms the thing and keeps its lightness; what lies round it stays', async () => {
    const { request, truth } = aDisc({
      wish: { kind: 'relight', thing: 'the disc', change: { ...warmer, warmth: -0.6 } },
    });
    const after = laidOver(request, await only(request));
    const change = deltaE(pictureOf(request.crop), after);
    expect(mostBeside(change, truth)).toBeLessThanOrEqual(2);
    const [was, is] = [toOklab(pictureOf(request.crop)).lab, toOklab(after).lab];
    const middle = (100 * discSize.width + 118) * 3;
    expect(is[middle]).toBeCloseTo(was[middle] ?? 0, 2);
    expect(is[middle + 2]).toBeLessThan((was[middle + 2] ?? 0) - 0.01);
  });

  it('leaves no border on plain ground where no thing is named, and comes up within the region', async () => {
    const wish: Wish = { kind: 'relight', thing: null, change: { ...warmer, brightness: 0.6 } };
    const width = 240;
    const request = aRequest({
      width,
      height: 200,
      wish,
      colourAt: (x, y) => [120 + ((x * 7 + y * 13) % 5), 120 + ((x * 3 + y * 5) % 5), 124],
      region: { kind: 'ellipse', cx: 118, cy: 99, rx: 60, ry: 60 },
    });
    const { data } = laidOver(request, await only(request));
    const across = Array.from({ length: 60 }, (_, k) => meanOver5(data, 99 * width + 118 + k + 5));
    const steps = across.slice(1).map((value, k) => Math.abs(value - (across[k] ?? 0)));
    expect(across[0]).toBeGreaterThan((across.at(-1) ?? 0) + 15);
    expect(Math.max(...steps)).toBeLessThan(2.5);

    function meanOver5(samples: ArrayLike<number>, at: number): number {
      return [-2, -1, 0, 1, 2].reduce((sum, by) => sum + (samples[(at + by * width) * 3] ?? 0) / 5, 0);
    }
  });

  it('lights the region as far as is permitted, and less towards its border, where no thing is named', async () => {
    const { request } = aDisc({
      wish: { kind: 'relight', thing: null, change: { ...warmer, brightness: 0.5 } },
    });
    const { usedAlpha } = await only(request);
    expect(usedAlpha.every((value, i) => value <= (request.permittedAlpha[i] ?? 0))).toBe(true);
    const at = (x: number): number => usedAlpha[99 * discSize.width + x] ?? 0;
    expect([118, 160, 178, 186].map(at)).toEqual([118, 160, 178, 186].map(at).toSorted((a, b) => b - a));
    expect([at(118), at(190)]).toEqual([255, 0]);
  });

  it('changes no sample where no change is asked for', async () => {
    const none = { warmth: 0, brightness: 0, contrast: 0, saturation: 0 };
    const { request } = aDisc({ wish: { kind: 'relight', thing: null, change: none } });
    expect((await only(request)).patch.data).toEqual(request.crop.data);
  });
});

function run(request: EngineRequest): Promise<readonly EngineCandidate[]> {
  return createGrade().run(request, new AbortController().signal, () => {});
}

async function only(request: EngineRequest): Promise<EngineCandidate> {
  const [candidate] = await run(request);
  if (!candidate) throw new Error('grade gave no candidate');
  return candidate;
}

/** How thick, in pixels, the thickest part of the disc is that is still red. */
function thickestRed(after: Picture, truth: Float32Array): number {
  const { lab } = toOklab(after);
  const isOther = new Uint8Array(truth.length).map((_, i) => {
    const [a, b] = [lab[i * 3 + 1] ?? 0, lab[i * 3 + 2] ?? 0];
    return (truth[i] ?? 0) > 0.5 && a > 0.05 && b > 0 ? 0 : 1;
  });
  const depth = distanceField(isOther, after);
  const thickest = depth.reduce((most, squared) => Math.max(most, squared), 0);
  return thickest === 0 ? 0 : Math.ceil(2 * Math.sqrt(thickest) - 1);
}

/** The most that anything changed that is more than the edge's two pixels away from the disc. */
function mostBeside(change: Float32Array, truth: Float32Array): number {
  const isDisc = new Uint8Array(truth.length).map((_, i) => ((truth[i] ?? 0) > 0 ? 1 : 0));
  const away = distanceField(isDisc, discSize);
  return change.reduce((most, value, i) => ((away[i] ?? 0) > 4 ? Math.max(most, value) : most), 0);
}

function median(values: Float32Array): number {
  return values.toSorted()[values.length >> 1] ?? 0;
}
