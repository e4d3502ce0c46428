import { join } from 'node:path';
import { type Homography, mapPoint, type PixelRect } from '@pinpaint/domain';
import { makePicture, type Picture, readerOf } from '@pinpaint/imaging';
import { type Finding, findRegion } from '@pinpaint/imaging/find';
import { describe, expect, it } from 'vitest';
import { movedPicture, readPhotograph } from '../testing/index.ts';

const fixtures = join(import.meta.dirname, '../../../../fixtures');
const coffee = await readPhotograph(join(fixtures, 'coffee.png'));
const astronaut = await readPhotograph(join(fixtures, 'astronaut.png'));

const cup: PixelRect = { x: 200, y: 150, width: 150, height: 120 };
const [cos, sin] = [Math.cos(0.14) * 0.94, Math.sin(0.14) * 0.94];

function find(source: Picture, target: Picture, area: PixelRect): Promise<Finding> {
  const look = (picture: Picture) => ({
    reader: readerOf({ x: 0, y: 0, picture }),
    bounds: { x: 0, y: 0, width: picture.width, height: picture.height },
  });
  return findRegion({ source: look(source), target: look(target), area });
}

function cornerError({ x, y, width, height }: PixelRect, truth: Homography, made: Homography): number {
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const;
  return Math.max(
    ...corners.map((corner) => {
      const [a, b] = [mapPoint(truth, corner), mapPoint(made, corner)];
      return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : Number.POSITIVE_INFINITY;
    }),
  );
}

describe('a region in another shot of the same scene', () => {
  it.each<[string, Homography, string]>([
    ['shifted', [1, 0, -37, 0, 1, 22, 0, 0, 1], 'translation'],
    ['turned and further away', [cos, -sin, 60, sin, cos, -20, 0, 0, 1], 'similarity'],
    ['half as large again', [1.4, 0, -120, 0, 1.4, -90, 0, 0, 1], 'similarity'],
    ['in perspective', [1.05, 0.06, -10, -0.03, 0.98, 12, 0.00012, -0.00009, 1], 'homography'],
  ])('is found %s, darker and with noise, within two pixels at its corners', async (_, matrix, model) => {
    const other = movedPicture(coffee, { matrix, noise: 4, gain: 0.85, bias: 12 });
    const finding = await find(coffee, other, cup);
    expect(finding).toMatchObject({ found: true, way: 'features', model });
    if (finding.found) expect(cornerError(cup, matrix, finding.matrix)).toBeLessThan(2);
  });

  it('is found to the very pixel where the frame was only cut anew', async () => {
    const matrix: Homography = [1, 0, -40, 0, 1, -30, 0, 0, 1];
    const finding = await find(coffee, movedPicture(coffee, { matrix, width: 500, height: 350 }), cup);
    expect(finding).toMatchObject({ found: true, matrix });
  });

  it('is found by its look where it has no corners to go by', async () => {
    const [source, target] = [hills(400, 300), hills(400, 300)];
    blob(source, { x: 150, y: 120 });
    blob(target, { x: 190, y: 95 });
    const finding = await find(source, target, { x: 120, y: 90, width: 60, height: 60 });
    expect(finding).toMatchObject({ found: true, way: 'template' });
    if (finding.found) expect([finding.matrix[2], finding.matrix[5]]).toEqual([40, -25]);
  });
});

describe('what is not sure is left out:', () => {
  it('a picture without the thing', async () => {
    expect(await find(coffee, astronaut, cup)).toMatchObject({ found: false, reason: 'series.not-found' });
    const helmet = { x: 330, y: 300, width: 100, height: 90 };
    expect(await find(astronaut, coffee, helmet)).toMatchObject({ found: false, reason: 'series.not-found' });
  });

  it('two things that are alike', async () => {
    const patch = { x: 140, y: 340, width: 70, height: 80 };
    const target = astronaut;
    const twice = { ...target, data: target.data.slice() } as Picture;
    paste(twice, astronaut, {
      from: { ...patch, x: 120, y: 320, width: 110, height: 120 },
      to: { x: 380, y: 20 },
    });
    const finding = await find(astronaut, twice, patch);
    expect(finding).toMatchObject({ found: false, reason: 'series.ambiguous' });
  });

  it('a bare place', async () => {
    const wall = movedPicture(makePicture({ width: 400, height: 300, channels: 3, depth: 8 }), {
      matrix: [1, 0, 0, 0, 1, 0, 0, 0, 1],
      noise: 4,
      bias: 120,
    });
    const finding = await find(wall, wall, { x: 100, y: 100, width: 80, height: 80 });
    expect(finding).toMatchObject({ found: false, reason: 'series.plain' });
  });

  it('a thing that has left the picture in part', async () => {
    const matrix: Homography = [1, 0, -260, 0, 1, 0, 0, 0, 1];
    const finding = await find(coffee, movedPicture(coffee, { matrix, width: 340 }), cup);
    expect(finding).toMatchObject({ found: false, reason: 'series.partly-outside' });
  });
});

/** Soft light and nothing else. */
function hills(width: number, height: number): Picture {
  const picture = makePicture({ width, height, channels: 3, depth: 8 });
  picture.data.forEach((_, i) => {
    const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
    picture.data[i] = 120 + 30 * Math.sin(x / 90) + 20 * Math.cos(y / 70);
  });
  return picture;
}

/** A soft round thing with a darker heart. */
function blob(picture: Picture, { x: cx, y: cy }: { readonly x: number; readonly y: number }): void {
  picture.data.forEach((value, i) => {
    const [x, y] = [Math.floor(i / 3) % picture.width, Math.floor(i / 3 / picture.width)];
    const distance = Math.hypot(x - cx, (y - cy) * 1.4);
    const shape = 70 * Math.exp(-((distance / 18) ** 2)) - 90 * Math.exp(-((distance / 7) ** 2));
    picture.data[i] = Math.max(0, Math.min(255, value + shape));
  });
}

type Paste = { readonly from: PixelRect; readonly to: { readonly x: number; readonly y: number } };

function paste(onto: Picture, of: Picture, { from, to }: Paste): void {
  for (let row = 0; row < from.height; row += 1) {
    const start = ((from.y + row) * of.width + from.x) * 3;
    onto.data.set(of.data.subarray(start, start + from.width * 3), ((to.y + row) * onto.width + to.x) * 3);
  }
}
