import { type Corners, surfaceMap } from '@pinpaint/domain';
import { linearTable } from '@pinpaint/imaging';
import { describe, expect, it } from 'vitest';
import type { EngineCandidate, EngineRequest } from '../engine.ts';
import { laidOver } from '../grade/aRequest.ts';
import { createRandom } from '../random.ts';
import { createPlace } from './createPlace.ts';
import { anArtwork, aPlaceRequest } from './testing/aPlaceRequest.ts';

const light = linearTable(8);
const upright: Corners = [
  [80, 60],
  [240, 60],
  [240, 180],
  [80, 180],
];
const tilted: Corners = [
  [70.3, 50.8],
  [252.1, 78.4],
  [231.6, 190.2],
  [88.9, 173.7],
];
const grey = () => [180, 180, 180];
const blue = anArtwork(320, 240, () => [0, 71, 171, 255]);

async function place(request: EngineRequest): Promise<EngineCandidate> {
  const [candidate] = await createPlace().run(request, new AbortController().signal, () => undefined);
  if (!candidate) throw new Error('no candidate');
  return candidate;
}

async function placed(request: EngineRequest) {
  const picture = laidOver(request, await place(request));
  return (x: number, y: number, channel = 0) => picture.data[(y * picture.width + x) * 3 + channel] ?? 0;
}

describe('an artwork in perspective', () => {
  it('lies where its corners say: every edge of a checkerboard within a fifth of a pixel', async () => {
    const checks = anArtwork(640, 480, (x, y) =>
      (Math.floor(x / 80) + Math.floor(y / 80)) % 2 ? [255, 255, 255, 255] : [0, 0, 0, 255],
    );
    const surface = { kind: 'flat', corners: tilted } as const;
    const at = await placed(aPlaceRequest({ colourAt: grey, surface, artwork: checks, how: { shading: 0 } }));
    const { toArtwork, toFrame } = surfaceMap(surface);
    const uv = new Float64Array(2);
    let worst = 0;
    for (let y = 90; y < 160; y += 3) {
      for (let x = 100; x < 220; x += 1) {
        const before = light[at(x, y)] ?? 0;
        const after = light[at(x + 1, y)] ?? 0;
        if (before === after || Math.abs(before - after) < 0.5) continue;
        // Where the light changes by half between two pixels, with the white's share as the place.
        toArtwork(x + 1, y + 0.5, uv);
        const column = Math.round((uv[0] ?? 0) * 8) / 8;
        const nearRow = Math.abs((uv[1] ?? 0) * 6 - Math.round((uv[1] ?? 0) * 6)) < 0.12;
        if (nearRow) continue;
        const truth = toFrame(column, uv[1] ?? 0)[0];
        const [dark, bright] = before < after ? [before, after] : [after, before];
        const reached = before < after ? x + 2 - dark - bright : x + dark + bright;
        worst = Math.max(worst, Math.abs(reached - truth));
      }
    }
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThan(0.2);
  });

  it('has edges of as many steps as they need, and changes nothing beside them', async () => {
    const request = aPlaceRequest({
      colourAt: grey,
      surface: { kind: 'flat', corners: tilted },
      artwork: blue,
    });
    const candidate = await place(request);
    const picture = laidOver(request, candidate);
    const reds = new Set(Array.from({ length: 320 * 240 }, (_, i) => picture.data[i * 3] ?? 0));
    expect(reds.size).toBeGreaterThan(20);
    const uv = new Float64Array(2);
    const { toArtwork } = surfaceMap({ kind: 'flat', corners: tilted });
    for (let i = 0; i < 320 * 240; i += 1) {
      toArtwork((i % 320) + 0.5, Math.floor(i / 320) + 0.5, uv);
      const [u = 0, v = 0] = uv;
      if (u < -0.01 || u > 1.01 || v < -0.015 || v > 1.015) expect(candidate.usedAlpha[i]).toBe(0);
    }
  });

  it('keeps its brand’s colour to the digit where no shading is wanted', async () => {
    const surface = { kind: 'flat', corners: upright } as const;
    const at = await placed(aPlaceRequest({ colourAt: grey, surface, artwork: blue, how: { shading: 0 } }));
    expect([at(160, 120, 0), at(160, 120, 1), at(160, 120, 2)]).toEqual([0, 71, 171]);
    const fine = await placed(
      aPlaceRequest({ colourAt: grey, surface, artwork: blue, how: { shading: 0 }, depth: 16 }),
    );
    expect(fine(160, 120, 2) / 257).toBeCloseTo(171, 0);
  });
});

describe('an artwork round a can', () => {
  it('is narrower towards the sides, and follows the rims', async () => {
    const stripes = anArtwork(900, 300, (x) =>
      Math.floor(x / 100) % 2 ? [255, 255, 255, 255] : [0, 0, 0, 255],
    );
    const surface = {
      kind: 'cylinder',
      corners: upright,
      topBendPx: 12,
      bottomBendPx: 20,
      arcDegrees: 170,
    } as const;
    const at = await placed(
      aPlaceRequest({ colourAt: grey, surface, artwork: stripes, how: { shading: 0 } }),
    );
    const edges: number[] = [];
    for (let x = 82; x < 238; x += 1) if (at(x, 130) > 127 !== at(x + 1, 130) > 127) edges.push(x + 1);
    const { toFrame } = surfaceMap(surface);
    expect(edges).toHaveLength(8);
    edges.forEach((edge, k) => {
      expect(Math.abs(edge - toFrame((k + 1) / 9, 0.5)[0])).toBeLessThan(1);
    });
    expect(at(160, 70)).toBe(180);
    expect(at(160, 196)).not.toBe(180);
  });
});

describe('what a surface lends an artwork', () => {
  const white = anArtwork(160, 120, () => [255, 255, 255, 255]);
  const surface = { kind: 'flat', corners: upright } as const;
  const slope = (x: number) => 90 + 0.35 * x;

  it('is its light: as much brighter from side to side as the surface was', async () => {
    const at = await placed(
      aPlaceRequest({ colourAt: (x) => [slope(x), slope(x), slope(x)], surface, artwork: blue }),
    );
    const was = (light[Math.round(slope(225))] ?? 0) / (light[Math.round(slope(95))] ?? 1);
    const is = (light[at(225, 120, 2)] ?? 0) / (light[at(95, 120, 2)] ?? 1);
    expect(is / was).toBeGreaterThan(0.95);
    expect(is / was).toBeLessThan(1.05);
  });

  it('is not the letters that stood there', async () => {
    const isLetter = (x: number, y: number) => x > 100 && x < 220 && y > 80 && y < 160 && x % 12 < 4;
    const colourAt = (x: number, y: number) =>
      isLetter(x, y) ? [30, 30, 30] : [slope(x), slope(x), slope(x)];
    const at = await placed(aPlaceRequest({ colourAt, surface, artwork: white }));
    for (let x = 101; x < 218; x += 1) expect(Math.abs(at(x + 1, 120) - at(x, 120))).toBeLessThan(3);
  });

  it('is not white letters either, and no ghost of a coloured label', async () => {
    const colourAt = (x: number, y: number) => {
      if (x > 110 && x < 210 && y > 90 && y < 150) return x % 10 < 3 ? [250, 250, 250] : [200, 30, 40];
      return [120, 120, 120];
    };
    const at = await placed(aPlaceRequest({ colourAt, surface, artwork: blue }));
    const blues = Array.from({ length: 120 }, (_, k) => at(100 + k, 120, 2));
    expect(Math.max(...blues) - Math.min(...blues)).toBeLessThan(4);
  });

  it('is its highlight', async () => {
    const shine = (x: number, y: number) =>
      120 * Math.exp(-((x - 150) ** 2 + (y - 110) ** 2) / (2 * 14 ** 2));
    const colourAt = (x: number, y: number) => {
      const value = 100 + shine(x, y);
      return [value, value, value];
    };
    const at = await placed(aPlaceRequest({ colourAt, surface, artwork: blue }));
    const kept = (light[at(150, 110)] ?? 0) - (light[at(225, 165)] ?? 0);
    const was = (light[220] ?? 0) - (light[100] ?? 0);
    expect(kept / was).toBeGreaterThan(0.8);
    expect(kept / was).toBeLessThan(1.05);
  });

  it('is not the noise of black, however many times more light one cell of it has than another', async () => {
    const colourAt = (x: number, y: number) => [(x * 7 + y * 3) % 5, (x * 5 + y) % 4, x > 160 ? 9 : 1];
    const at = await placed(aPlaceRequest({ colourAt, surface, artwork: blue }));
    const blues = Array.from({ length: 120 }, (_, k) => at(100 + k, 120, 2));
    expect(Math.max(...blues) - Math.min(...blues)).toBeLessThan(40);
    expect(Math.max(...blues)).toBeLessThan(200);
  });

  it.each([2, 5])('is its grain, at the level it has (%d)', async (level) => {
    const random = createRandom(3);
    const normal = () => Math.sqrt(-2 * Math.log(random() + 1e-9)) * Math.cos(2 * Math.PI * random());
    const noisy = Array.from({ length: 320 * 240 }, () => 150 + level * normal());
    const colourAt = (x: number, y: number) => {
      const value = noisy[y * 320 + x] ?? 0;
      return [value, value, value];
    };
    const mid = anArtwork(160, 120, () => [128, 128, 128, 255]);
    const at = await placed(aPlaceRequest({ colourAt, surface, artwork: mid, how: { shading: 0 } }));
    const values = Array.from({ length: 100 * 80 }, (_, i) =>
      at(110 + (i % 100), 80 + Math.floor(i / 100), 1),
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    expect(deviation / level).toBeGreaterThan(0.8);
    expect(deviation / level).toBeLessThan(1.2);
  });

  it('is all of it, where the artwork is laid as ink', async () => {
    const colourAt = (x: number, y: number) => [100 + ((x * 7 + y * 13) % 40), 140, 90];
    const at = await placed(aPlaceRequest({ colourAt, surface, artwork: white, how: { blend: 'multiply' } }));
    for (let x = 100; x < 220; x += 1)
      expect(Math.abs(at(x, 120) - (colourAt(x, 120)[0] ?? 0))).toBeLessThan(2);
  });
});

describe('what is placed', () => {
  const surface = { kind: 'flat', corners: upright } as const;
  const scene = { colourAt: grey, surface, artwork: blue };

  it.each([8, 16] as const)('comes out the same again, byte for byte (%d bits)', async (depth) => {
    const once = await place(aPlaceRequest({ ...scene, depth }));
    expect(await place(aPlaceRequest({ ...scene, depth }))).toEqual(once);
  });

  it('never goes beyond what may change, and under no lock', async () => {
    const region = { kind: 'ellipse', cx: 160, cy: 120, rx: 60, ry: 40 } as const;
    const locks = [{ kind: 'rectangle', x: 150, y: 100, width: 20, height: 20 } as const];
    const request = aPlaceRequest({ ...scene, region, locks });
    const { usedAlpha } = await place(request);
    expect(usedAlpha.every((alpha, i) => alpha <= (request.permittedAlpha[i] ?? 0))).toBe(true);
    expect(usedAlpha[110 * 320 + 160]).toBe(0);
    expect(usedAlpha[120 * 320 + 130]).toBe(255);
  });

  it('shows as much of itself as its opacity says, and nothing where it is transparent', async () => {
    const half = anArtwork(160, 120, (x) => [0, 0, 0, x < 80 ? 0 : 255]);
    const how = { opacity: 0.5, shading: 0 };
    const at = await placed(aPlaceRequest({ ...scene, artwork: half, how }));
    expect(at(100, 120)).toBe(180);
    expect((light[at(200, 120)] ?? 0) / (light[180] ?? 1)).toBeCloseTo(0.5, 1);
  });

  it.each([
    ['engine.artwork-missing', { ...aPlaceRequest(scene), artwork: undefined }],
    ['engine.artwork-transparent', aPlaceRequest({ ...scene, artwork: anArtwork(9, 9, () => [9, 9, 9, 0]) })],
    [
      'engine.artwork-outside',
      aPlaceRequest({ ...scene, region: { kind: 'rectangle', x: 0, y: 0, width: 20, height: 20 } }),
    ],
    [
      'engine.wrong-kind',
      { ...aPlaceRequest(scene), intent: { wish: { kind: 'remove', thing: null }, keep: [], confidence: 1 } },
    ],
  ] as const)('is refused as %s', async (code, request) => {
    await expect(place(request)).rejects.toMatchObject({ code });
  });

  it('ends at once when somebody gives up', async () => {
    const given = new AbortController();
    const reason = new Error('given up');
    const run = createPlace().run(aPlaceRequest(scene), given.signal, () => given.abort(reason));
    await expect(run).rejects.toBe(reason);
  });
});
