import type { Region, Wish } from '@pinpaint/domain';
import { deltaE, fromOklab, type OklabPlane, type Picture, toOklab } from '@pinpaint/imaging';
import { describe, expect, it } from 'vitest';
import type { EngineCandidate, EngineRequest, ReferenceSample } from '../engine.ts';
import { aDisc } from './aDisc.ts';
import { aRequest, grain, laidOver, pictureOf } from './aRequest.ts';
import { createGrade } from './createGrade.ts';

const wish = { kind: 'match', thing: 'the disc', like: 'the reference' } as const satisfies Wish;
/** What nobody sees side by side; ΔE of CIE 1976. */
const unseen = 3;

describe('a thing that is to match a reference', () => {
  it.each([
    ['a blue cup', [36, 70, 150], 8],
    ['a blue cup, at 16 bits', [36, 70, 150], 16],
    ['a green cup', [60, 120, 70], 8],
    ['a pale cup', [200, 190, 170], 8],
    ['a dark cup', [52, 44, 46], 8],
  ] as const)('has the colour of %s in the middle of its light', async (_, colour, depth) => {
    const { request, truth } = aDisc({ wish, depth });
    const reference = aReference(colour);
    const after = laidOver(request, await only({ ...request, reference }));
    const disc = middleOf(after, (i) => truth[i] === 1);
    const goal = middleOf(pictureOf(reference.crop), (i) => reference.alpha[i] === 255);
    expect(deltaE(disc, goal)[0]).toBeLessThanOrEqual(unseen);
    const change = deltaE(pictureOf(request.crop), after);
    const beside = change.filter((_value, i) => truth[i] === 0 && request.permittedAlpha[i] === 0);
    expect(Math.max(...beside)).toBe(0);
  });

  it('takes the colour that was named from a reference of several', async () => {
    const { request, truth } = aDisc({ wish: { ...wish, colour: { name: 'green', hex: '#008000' } } });
    const reference = aReference([60, 120, 70], [190, 40, 40]);
    const after = laidOver(request, await only({ ...request, reference }));
    const [, a = 0] = toOklab(middleOf(after, (i) => truth[i] === 1)).lab;
    expect(a).toBeLessThan(-0.04);
  });

  it('takes over the mood where no thing stands out', async () => {
    const region: Region = { kind: 'rectangle', x: 30, y: 30, width: 100, height: 80 };
    const confetti = (x: number, y: number) =>
      [
        [190, 60, 50],
        [60, 150, 80],
        [60, 80, 190],
        [200, 190, 80],
        [140, 60, 160],
      ][(Math.floor(x / 7) * 3 + Math.floor(y / 7) * 5) % 5] ?? [0, 0, 0];
    const request = aRequest({ width: 160, height: 140, region, wish, colourAt: confetti });
    const after = laidOver(request, await only({ ...request, reference: aReference([52, 44, 46]) }));
    const inside = (i: number) => request.permittedAlpha[i] === 255;
    const lightness = (picture: Picture) => toOklab(middleOf(picture, inside)).lab[0] ?? 0;
    expect(lightness(after)).toBeLessThan(lightness(pictureOf(request.crop)) - 0.1);
  });

  it('is the same again, within what may change', async () => {
    const { request } = aDisc({ wish, variants: 2 });
    const asked = { ...request, reference: aReference([36, 70, 150]) };
    const [first, again] = [await run(asked), await run(asked)];
    expect(first).toEqual(again);
    expect(first[0]?.usedAlpha.every((value, i) => value <= (request.permittedAlpha[i] ?? 0))).toBe(true);
  });

  it('says that nothing was shown to match, or nothing in it', async () => {
    const { request } = aDisc({ wish });
    await expect(run(request)).rejects.toMatchObject({ code: 'engine.reference-missing' });
    const { crop, alpha } = aReference([36, 70, 150]);
    const reference = { crop, alpha: alpha.map(() => 0) };
    await expect(run({ ...request, reference })).rejects.toMatchObject({ code: 'engine.reference-empty' });
  });

  it.each([
    ['a reference of one pixel', 1, 1],
    ['a reference of one row', 40, 1],
  ])('takes %s', async (_, width, height) => {
    const { request, truth } = aDisc({ wish });
    const data = new Uint8Array(width * height * 3).map((_value, i) => [36, 70, 150][i % 3] ?? 0);
    const reference = {
      crop: { width, height, depth: 8, data },
      alpha: new Uint8Array(width * height).fill(255),
    } as const;
    const after = laidOver(request, await only({ ...request, reference }));
    const [, , b = 0] = toOklab(middleOf(after, (i) => truth[i] === 1)).lab;
    expect(b).toBeLessThan(-0.08);
  });

  it('changes a region of one pixel, or says why not', async () => {
    const region: Region = { kind: 'rectangle', x: 0, y: 0, width: 1, height: 1 };
    const request = aRequest({ width: 20, height: 20, region, wish, colourAt: () => [120, 80, 60] });
    const [candidate] = await run({ ...request, reference: aReference([36, 70, 150]) });
    expect(candidate?.usedAlpha.every((value, i) => value <= (request.permittedAlpha[i] ?? 0))).toBe(true);
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

/** A shaded, grainy piece of that colour; with two, each has half of it. */
function aReference(colour: readonly number[], other = colour): ReferenceSample {
  const [width, height] = [90, 70];
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i += 1) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const light = 1.1 - 0.002 * (x + y) + 0.02 * grain(x, y);
    for (let c = 0; c < 3; c += 1) data[3 * i + c] = ((x < width / 2 ? colour : other)[c] ?? 0) * light;
  }
  return { crop: { width, height, depth: 8, data }, alpha: new Uint8Array(width * height).fill(255) };
}

/** The median of each of L, a and b, as a picture of one pixel. */
function middleOf(picture: Picture, isMeant: (i: number) => boolean): Picture {
  const { lab } = toOklab(picture);
  const pixels = [...new Array(lab.length / 3).keys()].filter(isMeant);
  const middle = (c: number) =>
    Float32Array.from(pixels, (i) => lab[3 * i + c] ?? 0).toSorted()[pixels.length >> 1] ?? 0;
  const plane: OklabPlane = { width: 1, height: 1, lab: Float32Array.of(middle(0), middle(1), middle(2)) };
  return fromOklab(plane, 16);
}
