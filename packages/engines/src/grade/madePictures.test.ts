import type { Region, Wish } from '@pinpaint/domain';
import { deltaE, type Picture, toOklab } from '@pinpaint/imaging';
import { describe, expect, it } from 'vitest';
import type { EngineRequest } from '../engine.ts';
import {
  aRequest,
  type Circle,
  grain,
  laidOver,
  mix,
  pictureOf,
  type RequestOptions,
  shareInCircle,
} from './aRequest.ts';
import { createGrade } from './createGrade.ts';

const size = { width: 240, height: 200 };
const disc = { cx: 118, cy: 99, r: 60 };
const around: Region = { kind: 'ellipse', cx: disc.cx, cy: disc.cy, rx: 72, ry: 72 };
const box: Region = { kind: 'rectangle', x: 30, y: 12, width: 180, height: 176 };
const red = [196, 30, 12];
const wood = [176, 96, 50];

describe('an edge whose colour is coarser than its lightness, as in JPEG', () => {
  const large = { width: 640, height: 560 };
  const plate = { cx: 318, cy: 279, r: 230 };

  it.each([
    ['a bright wall', [182, 180, 178], 'cobalt blue', '#0047ab'],
    ['a wall in shadow', [46, 41, 37], 'cobalt blue', '#0047ab'],
    ['a wall in shadow', [46, 41, 37], 'black', '#000000'],
  ] as const)('keeps nothing of the old hue beside %s: %s → %s', async (_, wall, name, hex) => {
    const request = aRequest({
      ...large,
      region: { kind: 'ellipse', cx: plate.cx, cy: plate.cy, rx: 246, ry: 246 },
      wish: recolour({ name, hex }),
      colourAt: (x, y) => {
        const light = mix(shareInCircle(x, y, plate), red, wall);
        const hue = mix(bled(x, y, plate, 3), red, wall);
        const lift = lumaOf(light) - lumaOf(hue) + 3 * grain(x, y);
        return hue.map((value) => value + lift);
      },
    });
    const { after } = await run(request);
    const left = ring(plate, -2, 6, large).map((i) => redIn(after, i));
    expect(Math.max(...left)).toBeLessThan(20);
  });
});

describe('gloss', () => {
  it('stays as white as it was', async () => {
    const { request, after } = await recoloured((x, y) => {
      const spot = shareInCircle(x, y, { cx: 95, cy: 72, r: 5 });
      return mix(spot, [255, 255, 255], mix(shareInCircle(x, y, disc), red, wood));
    });
    const middle = (72 * size.width + 95) * 3;
    expect([...request.crop.data.subarray(middle, middle + 3)]).toEqual([255, 255, 255]);
    expect(Math.min(...after.data.subarray(middle, middle + 3))).toBeGreaterThan(252);
  });

  it('along a rim takes the rim with it, though that has the colour of what lies behind', async () => {
    const isLit = (x: number, y: number) => {
      const angle = Math.atan2(y - disc.cy, x - disc.cx);
      return angle > -1.5 && angle < -0.1;
    };
    const { after } = await recoloured((x, y) => {
      const within = (r: number) => shareInCircle(x, y, { ...disc, r });
      const noise = 5 * grain(x, y);
      const light = [248, 216, 176];
      const rim = [204, 90, 36];
      const line = mix(within(53), light, mix(within(55), [196, 66, 18], mix(within(58), light, rim)));
      const body = isLit(x, y) ? mix(within(50), [180, 44, 15], line) : [180, 44, 15];
      return mix(within(disc.r), body, [184, 90, 44]).map((value) => value + noise);
    });
    const { lab } = toOklab(after);
    const stillRed = ring(disc, -12, -2).filter((i) => (lab[i * 3 + 1] ?? 0) > 0.04);
    expect(stillRed).toHaveLength(0);
  });
});

describe('what is not the thing, though it looks like it', () => {
  it('stays where it lies in shade beside it, in a region drawn as a box', async () => {
    const shade = { cx: disc.cx - 12, cy: disc.cy + 34, r: 74 };
    const { request, after } = await recoloured((x, y) => {
      const noise = grain(x, y);
      const floor = mix(bled(x, y, shade, 6), [26, 3, 2], [150, 74, 38]);
      const body = mix(bled(x, y, { cx: 130, cy: 110, r: 30 }, 8), [38, 3, 2], red);
      return mix(shareInCircle(x, y, disc), body, floor).map((value) => value + noise);
    }, box);
    const change = deltaE(pictureOf(request.crop), after);
    for (const i of ring(disc, 4, 40)) expect(change[i]).toBeLessThanOrEqual(2);
  });

  it('stays as it is where it mirrors the thing it lies on, with its own bright edge', async () => {
    const spoon: Circle = { cx: disc.cx + 8, cy: disc.cy + 6, r: 28 };
    const { request, after } = await recoloured((x, y) => {
      const inner = shareInCircle(x, y, { ...spoon, r: 26 });
      const mirror = shareInCircle(x, y, { cx: spoon.cx + 15, cy: spoon.cy + 15, r: 5 });
      const metal = 60 + 130 * Math.abs(Math.sin(0.25 * (x - y)));
      const bowl = mix(mirror, [150, 28, 12], [metal, 0.8 * metal, 0.55 * metal]);
      const whole = mix(inner, bowl, [250, 236, 214]);
      return mix(shareInCircle(x, y, spoon), whole, mix(shareInCircle(x, y, disc), red, [180, 180, 178])).map(
        (value) => value + 3 * grain(x, y),
      );
    });
    const change = deltaE(pictureOf(request.crop), after);
    for (const i of ring(spoon, -28, -3)) expect(change[i]).toBeLessThanOrEqual(2);
  });

  it('stays under a lock and right beside it', async () => {
    const core: Circle = { cx: disc.cx, cy: disc.cy, r: 20 };
    const skin: Circle = { ...core, r: 26 };
    const { request, after } = await recoloured(
      (x, y) => {
        const fruit = mix(shareInCircle(x, y, core), red, [232, 224, 190]);
        return mix(
          shareInCircle(x, y, skin),
          fruit,
          mix(shareInCircle(x, y, disc), red, [180, 180, 178]),
        ).map((value) => value + 3 * grain(x, y));
      },
      around,
      [{ kind: 'ellipse', cx: core.cx, cy: core.cy, rx: 22, ry: 22 }],
    );
    const change = deltaE(pictureOf(request.crop), after);
    for (const i of ring(core, -20, 3)) expect(change[i]).toBeLessThanOrEqual(2);
  });
});

describe('what is the thing, though it looks otherwise', () => {
  it('changes in deep folds, where light thrown to and fro has turned its hue', async () => {
    const { after } = await recoloured((x, y) => {
      const fold = Math.max(0, 1 - Math.abs(y - 100 - 8 * Math.sin(x / 15)) / 6);
      const inFold = x > 85 && x < 150 ? Math.min(1, 3 * fold) : 0;
      const cloth = mix(inFold, [108, 12, 28], [212, 92, 46]);
      return mix(shareInCircle(x, y, disc), cloth, [190, 186, 182]).map((value) => value + 3 * grain(x, y));
    });
    const { lab } = toOklab(after);
    const stillRed = ring(disc, -60, -4).filter((i) => (lab[i * 3 + 1] ?? 0) > 0.05);
    expect(stillRed).toHaveLength(0);
  });

  it('changes up to the region’s edge where it goes on beyond', async () => {
    const wish = recolour({ name: 'blue', hex: '#0000ff' });
    const request = aRequest({
      ...size,
      region: { kind: 'rectangle', x: 70, y: 40, width: 110, height: 100 },
      wish: { ...wish, thing: 'the wall', from: null },
      colourAt: (x, y) => {
        const light = 1 - 0.0012 * x - 0.0007 * y + 0.012 * grain(x, y);
        return x < 62 ? [70, 52, 30] : [226 * light, 217 * light, 208 * light];
      },
    });
    const { after } = await run(request);
    const change = deltaE(pictureOf(request.crop), after);
    const inside = [...request.region.keys()].filter((i) => request.region[i] === 255);
    const changed = inside.filter((i) => (change[i] ?? 0) > 15);
    expect(changed.length / inside.length).toBeGreaterThan(0.98);
  });
});

describe('a change of light', () => {
  const darker = { warmth: 0, brightness: -0.6, contrast: 0, saturation: 0 };

  it('reaches a white sky, right down to the horizon, and no further', async () => {
    const horizon = (x: number) => 110 + 12 * Math.sin(x / 25);
    const request = aRequest({
      ...size,
      region: { kind: 'rectangle', x: 0, y: 0, width: size.width, height: 170 },
      wish: { kind: 'relight', thing: 'the sky', change: darker },
      colourAt: (x, y) => {
        const sky = Math.min(1, Math.max(0, horizon(x) - y + 0.5));
        return mix(sky, [236, 240, 246], [88, 92, 70]).map((value) => value + 4 * grain(x, y));
      },
    });
    const { after } = await run(request);
    const was = toOklab(pictureOf(request.crop)).lab;
    const { lab } = toOklab(after);
    const change = deltaE(pictureOf(request.crop), after);
    for (let x = 4; x < size.width - 4; x += 5) {
      const above = (Math.floor(horizon(x)) - 3) * size.width + x;
      const below = (Math.ceil(horizon(x)) + 3) * size.width + x;
      expect((lab[above * 3] ?? 1) / (was[above * 3] ?? 1)).toBeLessThan(0.9);
      expect(change[below]).toBeLessThanOrEqual(2);
    }
  });

  it('on the background leaves what stands before it', async () => {
    const request = aRequest({
      ...size,
      region: box,
      wish: { kind: 'relight', thing: 'the background', change: darker },
      colourAt: (x, y) =>
        mix(shareInCircle(x, y, disc), [222, 196, 150], [60 + 30 * Math.sin(x / 9), 92, 40]).map(
          (value) => value + 6 * grain(x, y),
        ),
    });
    const { after } = await run(request);
    const change = deltaE(pictureOf(request.crop), after);
    for (const i of ring(disc, -60, -3)) expect(change[i]).toBeLessThanOrEqual(2);
    for (const i of ring(disc, 4, 12)) expect(change[i]).toBeGreaterThan(3);
  });

  it('reaches the edge of a region that cuts the thing, but for a narrow fade', async () => {
    const cut: Region = { kind: 'rectangle', x: 90, y: 20, width: 110, height: 160 };
    const request = aRequest({
      ...size,
      region: cut,
      wish: { kind: 'relight', thing: 'the disc', change: { ...darker, brightness: 0, warmth: 0.8 } },
      colourAt: (x, y) =>
        mix(shareInCircle(x, y, disc), [214, 178, 160], [120, 126, 130]).map(
          (value) => value + 4 * grain(x, y),
        ),
    });
    const { usedAlpha } = await run(request);
    const middle = disc.cy * size.width;
    expect(usedAlpha[middle + 95]).toBeGreaterThan(240);
    expect(usedAlpha[middle + 86]).toBeLessThan(40);
  });
});

it('dark foliage turns as red as its light allows, and pink only where it glistens', async () => {
  const leaf = (x: number, y: number) => Math.abs(Math.sin(0.9 * x) * Math.cos(0.7 * y)) ** 3;
  const sky = [150, 168, 196];
  const wish: Wish = { kind: 'recolour', thing: 'the tree', from: null, to: { name: 'red', hex: '#ff0000' } };
  const request = aRequest({
    ...size,
    region: around,
    wish,
    colourAt: (x, y) =>
      mix(shareInCircle(x, y, disc), mix(leaf(x, y), [120, 138, 88], [30, 40, 26]), sky).map(
        (value) => value + 2 * grain(x, y),
      ),
  });
  const { after } = await run(request);
  const { lab } = toOklab(after);
  const inside = ring(disc, -60, -3);
  const colourful = inside.map((i) => Math.hypot(lab[i * 3 + 1] ?? 0, lab[i * 3 + 2] ?? 0));
  const lit = inside.filter((i) => (lab[i * 3] ?? 0) > 0.5);
  const pale = lit.filter((i) => Math.hypot(lab[i * 3 + 1] ?? 0, lab[i * 3 + 2] ?? 0) < 0.15);
  expect(Math.max(...colourful)).toBeGreaterThan(0.2);
  expect(lit.length).toBeGreaterThan(inside.length / 10);
  expect(pale.length / lit.length).toBeLessThan(0.12);
});

function recolour(to: { readonly name: string; readonly hex: `#${string}` }): Wish & { kind: 'recolour' } {
  return { kind: 'recolour', thing: 'the disc', from: { name: 'red', hex: '#ff0000' }, to };
}

async function recoloured(
  colourAt: RequestOptions['colourAt'],
  region: Region = around,
  locks: readonly Region[] = [],
) {
  const wish = recolour({ name: 'cobalt blue', hex: '#0047ab' });
  return run(aRequest({ ...size, region, locks, wish, colourAt }));
}

async function run(request: EngineRequest) {
  const [candidate] = await createGrade().run(request, new AbortController().signal, () => {});
  if (!candidate) throw new Error('grade gave no candidate');
  return { request, after: laidOver(request, candidate), usedAlpha: candidate.usedAlpha };
}

/** The pixels whose centre is so far outside of a circle. */
function ring({ cx, cy, r }: Circle, fromPx: number, toPx: number, { width, height } = size): number[] {
  return [...new Array(width * height).keys()].filter((i) => {
    const away = Math.hypot((i % width) + 0.5 - cx, Math.floor(i / width) + 0.5 - cy) - r;
    return away >= fromPx && away <= toPx;
  });
}

/** A circle whose edge is so soft, to either side. */
function bled(x: number, y: number, { cx, cy, r }: Circle, px: number): number {
  const t = Math.min(1, Math.max(0, 0.5 - (Math.hypot(x + 0.5 - cx, y + 0.5 - cy) - r) / (2 * px)));
  return t * t * (3 - 2 * t);
}

function lumaOf([r = 0, g = 0, b = 0]: readonly number[]): number {
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

/** By how much a pixel's red is above its other samples; 0 where it isn't. */
function redIn({ data }: Picture, i: number): number {
  return Math.max(0, (data[i * 3] ?? 0) - Math.max(data[i * 3 + 1] ?? 0, data[i * 3 + 2] ?? 0));
}
