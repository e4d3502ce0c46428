import { describe, expect, it } from 'vitest';
import { cloudAt } from '../measure/madePictures.ts';
import { makePicture, type Picture } from '../picture/picture.ts';
import { type Foreseen, foresee } from './foresee.ts';

const side = 400;
type Paint = (x: number, y: number) => number;

/** Four samples a pixel: a lens knows no stairs. */
function painted(paint: Paint): Picture {
  const picture = makePicture({ width: side, height: side, channels: 3, depth: 8 });
  for (let i = 0; i < side * side; i += 1) {
    const [x, y] = [i % side, Math.floor(i / side)];
    const value = (paint(x, y) + paint(x + 0.5, y) + paint(x, y + 0.5) + paint(x + 0.5, y + 0.5)) / 4;
    picture.data.fill(Math.max(0, value + 0.5 * cloudAt(x, y)), i * 3, i * 3 + 3);
  }
  return picture;
}

const discAlpha = Uint8Array.from({ length: side * side }, (_, i) =>
  Math.hypot((i % side) - 200, Math.floor(i / side) - 230) < 50 ? 255 : 0,
);

function foreseen(picture: Picture, closed = new Uint8Array(side * side)): Foreseen {
  return foresee({ crop: picture, alpha: discAlpha, closed, frame: picture });
}

const checker = (u: number, v: number): number => ((Math.floor(u) + Math.floor(v)) % 2 === 0 ? 190 : 80);
/** A tiled floor that runs to a horizon. */
const floor: Paint = (x, y) => (y < 100 ? 150 : checker(((x - 200) * 6) / (y - 80), 1200 / (y - 80)));
/** The same tiles from straight above. */
const wall: Paint = (x, y) => checker((x + 0.1 * y) / 45, (y - 0.1 * x) / 45);
/** As through a wide lens: what lies farther out is pressed together. */
const bent =
  (paint: Paint): Paint =>
  (x, y) => {
    const [dx, dy] = [(x - 200) / 283, (y - 200) / 283];
    const stretch = 1 / (1 - 0.4 * (dx * dx + dy * dy));
    return paint(200 + dx * stretch * 283, 200 + dy * stretch * 283);
  };

describe('perspective', () => {
  it('is strong on tiles that run to a horizon, and none on a wall seen from the front', () => {
    expect(foreseen(painted(floor)).perspective).toBeGreaterThan(20);
    expect(foreseen(painted(wall)).perspective).toBe(0);
  });
});

describe('fisheye', () => {
  it('is seen by lines that only a wide lens bends so', () => {
    expect(foreseen(painted(bent(wall))).fisheye).toBeGreaterThan(0.4);
    expect(foreseen(painted(wall)).fisheye).toBeLessThan(0.1);
    expect(foreseen(painted(floor)).fisheye).toBeLessThan(0.1);
  });

  it('is not seen in round things, in the middle or elsewhere', () => {
    const bowls: Paint = (x, y) =>
      Math.hypot(x - 200, y - 200) < 120 || Math.hypot(x - 60, y - 330) < 50 ? 190 : 90;
    expect(foreseen(painted(bowls)).fisheye).toBeLessThan(0.1);
  });

  it('is seen by its round picture with black corners', () => {
    const round: Paint = (x, y) => (Math.hypot(x - 200, y - 200) < 205 ? 120 + cloudAt(x, y) : 0);
    expect(foreseen(painted(round)).fisheye).toBe(1);
  });
});

describe('geometry', () => {
  const isBar = (x: number): boolean => x > 190 && x < 210;

  it('counts edges that run into the region and come out nowhere', () => {
    const plain: Paint = () => 120;
    const through: Paint = (x) => (isBar(x) ? 190 : 90);
    const tee: Paint = (x, y) => ((y > 220 && y < 240) || (isBar(x) && y < 230) ? 190 : 90);
    const loose = [plain, through, tee].map((paint) => foreseen(painted(paint)).looseEnds);
    expect(loose).toEqual([0, 0, 2]);
  });
});

describe('what is round the region', () => {
  it('is told by its texture', () => {
    expect(foreseen(painted(() => 120)).texture).toBeLessThan(2);
    expect(foreseen(painted((x, y) => 120 + 6 * cloudAt(x, y))).texture).toBeGreaterThan(6);
  });

  it('is compared with what is to be filled', () => {
    const area = 50 * 50 * Math.PI;
    expect(foreseen(painted(() => 120)).holeOverRest).toBeCloseTo(area / (side * side - area), 2);
    const closed = new Uint8Array(side * side).fill(255);
    expect(
      foreseen(
        painted(() => 120),
        closed,
      ).holeOverRest,
    ).toBe(1000);
  });
});

describe('light', () => {
  it('is clear where it falls off to one side, and unclear where nothing tells of it', () => {
    expect(foreseen(painted((x) => 120 + 0.4 * (x - 200))).lightUnclear).toBeLessThan(0.2);
    expect(foreseen(painted(() => 120)).lightUnclear).toBe(1);
  });
});
