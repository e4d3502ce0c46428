import type { Region } from '@pinpaint/domain';
import { deltaE, type Picture, toOklab } from '@pinpaint/imaging';
import { describe, expect, it } from 'vitest';
import type { EngineCandidate, EngineRequest } from '../../engine.ts';
import { aRequest, grain, laidOver, pictureOf } from '../aRequest.ts';
import { createGrade } from '../createGrade.ts';
import { aLitBody, isThing, type LitBody, litSize, measuredSide } from './aLitBody.ts';

const degreesOf = { right: 0, bottom: 90, left: 180, 'top-left': 225, top: 270 } as const;

/** What a measured direction may be off, in degrees. */
const within = 6;

describe('light turned on a made thing whose light is known', () => {
  it.each([
    ['ball', 0, 'left'],
    ['ball', 0, 'top'],
    ['ball', 130, 'right'],
    ['ball', 200, 'top-left'],
    ['egg', 20, 'left'],
    ['egg', 300, 'left'],
    ['drum', 0, 'left'],
    ['drum', 180, 'right'],
    ['cloth', 0, 'left'],
    ['cloth', 45, 'top-left'],
    ['cloth', 180, 'top'],
  ] as const)(
    'a %s lit from %i° comes out lit from the %s, its texture kept',
    async (shape, fromDegrees, side) => {
      const request = aLitBody({ shape, fromDegrees, side });
      const after = laidOver(request, await only(request));
      expect(apart(measuredSide(shape, pictureOf(request.crop)), fromDegrees)).toBeLessThan(1);
      expect(apart(measuredSide(shape, after), degreesOf[side])).toBeLessThanOrEqual(within);
      expect(textureKept(request, after, shape)).toBeGreaterThan(0.99);
    },
  );

  it('does so at 16 bits', async () => {
    const request = aLitBody({ shape: 'ball', fromDegrees: 0, side: 'left', depth: 16 });
    const after = laidOver(request, await only(request));
    expect(apart(measuredSide('ball', after), degreesOf.left)).toBeLessThanOrEqual(within);
  });

  it('fades towards a lock on it', async () => {
    const locks: Region[] = [{ kind: 'rectangle', x: 108, y: 30, width: 24, height: 50 }];
    const request = aLitBody({ shape: 'ball', fromDegrees: 0, side: 'left', locks });
    const candidate = await only(request);
    expect(candidate.usedAlpha.every((value, i) => value <= (request.permittedAlpha[i] ?? 0))).toBe(true);
    const after = laidOver(request, candidate);
    const change = deltaE(pictureOf(request.crop), after);
    expect(Math.max(...change.filter((_, i) => request.locked[i] === 255))).toBe(0);
    expect(apart(measuredSide('ball', after), degreesOf.left)).toBeLessThanOrEqual(2 * within);
  });

  it('does so where the thing lies on the border of the picture', async () => {
    const { crop, ...request } = aLitBody({ shape: 'egg', fromDegrees: 0, side: 'left' });
    const cut = cutTo({ crop, ...request }, { top: 118 });
    const after = laidOver(cut, await only(cut));
    expect(lightOfHalves(after).left).toBeGreaterThan(1.2 * lightOfHalves(after).right);
  });

  it('leaves no halo: what lies beside the thing stays', async () => {
    const request = aLitBody({ shape: 'ball', fromDegrees: 0, side: 'left' });
    const change = deltaE(pictureOf(request.crop), laidOver(request, await only(request)));
    const beside = change.filter((_, i) => isFarFrom('ball', i));
    expect(beside.length).toBeGreaterThan(1000);
    expect(Math.max(...beside)).toBeLessThanOrEqual(2);
  });

  it('evens the light out from the front', async () => {
    const request = aLitBody({ shape: 'cloth', fromDegrees: 0, side: 'front' });
    const { left, right } = lightOfHalves(laidOver(request, await only(request)));
    expect(left / right).toBeCloseTo(1, 1);
  });

  it('is the same again, and goes less far in a gentler variant', async () => {
    const request = { ...aLitBody({ shape: 'drum', fromDegrees: 0, side: 'left' }), variants: 2 };
    const [first, again] = [await run(request), await run(request)];
    expect(first).toEqual(again);
    const [full, gentle] = first.map((candidate) => lightOfHalves(laidOver(request, candidate)));
    expect((gentle?.left ?? 0) / (gentle?.right ?? 1)).toBeLessThan((full?.left ?? 0) / (full?.right ?? 1));
  });
});

describe('light that can not be told', () => {
  const all: Region = { kind: 'rectangle', x: 20, y: 20, width: 160, height: 120 };
  const size = { width: 200, height: 160 };
  const wish = {
    kind: 'relight',
    thing: null,
    change: { warmth: 0, brightness: 0, contrast: 0, saturation: 0 },
    lightFrom: 'left',
  } as const;

  it.each([
    ['of one colour', () => [140, 120, 90]],
    ['of texture alone', (x: number, y: number) => mixed(120 + 40 * grain(x, y))],
    ['of stripes', (x: number) => mixed(x % 40 < 20 ? 60 : 190)],
    ['of two paints', (x: number) => (x < 100 ? [190, 60, 40] : [60, 90, 190])],
    ['of weave', (x: number, y: number) => mixed(130 + 50 * Math.sin(x / 3) * Math.sin(y / 3))],
  ] as const)('is said of a flat thing %s', async (_, colourAt) => {
    const request = aRequest({ ...size, region: all, wish, colourAt });
    await expect(run(request)).rejects.toMatchObject({ code: 'engine.light-unclear' });
  });

  it.each([
    ['of one pixel', { kind: 'rectangle', x: 90, y: 70, width: 1, height: 1 }],
    ['in a corner', { kind: 'rectangle', x: 0, y: 0, width: 3, height: 3 }],
  ] as const)('is said of a region %s', async (_, region) => {
    const request = aRequest({ ...size, region, wish, colourAt: (x, y) => mixed(120 + 40 * grain(x, y)) });
    await expect(run(request)).rejects.toMatchObject({ code: 'engine.light-unclear' });
  });

  it('gives way to a lock over all of it', async () => {
    const request = aLitBody({ shape: 'ball', fromDegrees: 0, side: 'left' });
    const locked = { ...request, permittedAlpha: request.permittedAlpha.map(() => 0) };
    await expect(run(locked)).rejects.toMatchObject({ code: 'engine.nothing-permitted' });
  });
});

function mixed(grey: number): readonly number[] {
  return [grey, 0.9 * grey, 0.75 * grey];
}

function run(request: EngineRequest): Promise<readonly EngineCandidate[]> {
  return createGrade().run(request, new AbortController().signal, () => {});
}

async function only(request: EngineRequest): Promise<EngineCandidate> {
  const [candidate] = await run(request);
  if (!candidate) throw new Error('grade gave no candidate');
  return candidate;
}

/** The request with all rows above `top` cut off. */
function cutTo(request: EngineRequest, { top }: { readonly top: number }): EngineRequest {
  const { crop } = request;
  if (crop.depth !== 8) throw new Error('cutTo: 8 bits only');
  const from = top * crop.width;
  return {
    ...request,
    crop: { ...crop, height: crop.height - top, data: crop.data.slice(3 * from) },
    permittedAlpha: request.permittedAlpha.slice(from),
    region: request.region.slice(from),
    known: request.known.slice(from),
    locked: request.locked.slice(from),
  };
}

/** Mean linear light of the thing's halves, either side of its middle column; the ground's is the same in both. */
function lightOfHalves(picture: Picture): { readonly left: number; readonly right: number } {
  const { lab } = toOklab(picture);
  const sums = { left: 0, right: 0 };
  for (let i = 0; i < lab.length / 3; i += 1) {
    const x = i % picture.width;
    if (x < 85 || x > 171) continue;
    sums[x < 128 ? 'left' : 'right'] += (lab[3 * i] ?? 0) ** 3;
  }
  return sums;
}

function isFarFrom(shape: LitBody['shape'], i: number): boolean {
  const steps = [-4, 0, 4].flatMap((dy) => [-4, 0, 4].map((dx) => dy * litSize.width + dx));
  return steps.every((step) => !isThing(shape, i + step));
}

function apart(a: number, b: number): number {
  const away = Math.abs(a - b) % 360;
  return Math.min(away, 360 - away);
}

/** How far fine lightness, relative to its surroundings, is that of before: the correlation, −1…1. */
function textureKept({ crop }: EngineRequest, after: Picture, shape: LitBody['shape']): number {
  const [was, is] = [fineness(pictureOf(crop)), fineness(after)];
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < was.length; i += 1) {
    if (!isDeepInside(shape, i)) continue;
    const [a, b] = [was[i] ?? 0, is[i] ?? 0];
    xx += a * a;
    xy += a * b;
    yy += b * b;
  }
  return xy / Math.sqrt(xx * yy);
}

const deepPx = 6;

function isDeepInside(shape: LitBody['shape'], i: number): boolean {
  return [1, -1, litSize.width, -litSize.width].every((step) => isThing(shape, i + deepPx * step));
}

/** Log of lightness less the mean of that of the 5 × 5 round it. */
function fineness(picture: Picture): Float32Array {
  const { lab } = toOklab(picture);
  const logs = new Float32Array(lab.length / 3).map((_, i) => Math.log((lab[i * 3] ?? 0) + 0.01));
  const { width } = picture;
  return logs.map((value, i) => {
    let sum = 0;
    for (let dy = -2; dy <= 2; dy += 1)
      for (let dx = -2; dx <= 2; dx += 1) sum += logs[i + dy * width + dx] ?? 0;
    return value - sum / 25;
  });
}
