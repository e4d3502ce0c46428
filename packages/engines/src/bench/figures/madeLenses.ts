import { createRandom, type Random } from '../../random.ts';
import { type Rgb, rgb } from '../raster.ts';

/** Made pictures of what a patch can't mend: tiled floors in perspective, and tiled walls through a wide lens. */
export type MadeLens = { readonly kind: 'perspective' | 'fisheye' | 'plain'; readonly picture: Rgb };

const side = 400;
const each = 16;

export function madeLenses(seed: number): readonly MadeLens[] {
  const random = createRandom(seed);
  return Array.from({ length: each }, () => [
    { kind: 'perspective' as const, picture: painted(aFloor(random), random) },
    { kind: 'fisheye' as const, picture: painted(bent(aWall(random), 0.2 + 0.3 * random()), random) },
    { kind: 'plain' as const, picture: painted(aWall(random), random) },
  ]).flat();
}

type Paint = (x: number, y: number) => number;

function aFloor(random: Random): Paint {
  const [horizon, tile, turn] = [40 + 80 * random(), 0.6 + 0.8 * random(), random() - 0.5];
  return (x, y) => {
    const depth = 900 / Math.max(4, y - horizon);
    const across = ((x - 200) * depth) / 150;
    return y < horizon + 4 ? 150 : checker(tile * (across + turn * depth), tile * (depth - turn * across));
  };
}

function aWall(random: Random): Paint {
  const [tile, turn] = [38 + 20 * random(), 0.4 * (random() - 0.5)];
  return (x, y) => checker((x + turn * y) / tile, (y - turn * x) / tile);
}

/** The division model (Fitzgibbon 2001): what lies farther out is pressed together. */
function bent(paint: Paint, strength: number): Paint {
  const half = (side * Math.SQRT2) / 2;
  return (x, y) => {
    const [dx, dy] = [x - side / 2, y - side / 2];
    const stretch = 1 / (1 - (strength * (dx * dx + dy * dy)) / half ** 2);
    return paint(side / 2 + dx * stretch, side / 2 + dy * stretch);
  };
}

function checker(u: number, v: number): number {
  return (Math.floor(u) + Math.floor(v)) % 2 === 0 ? 185 : 85;
}

/** Four samples a pixel, and the noise of a camera. */
function painted(paint: Paint, random: Random): Rgb {
  const data = new Uint8Array(side * side * 3);
  for (let i = 0; i < side * side; i++) {
    const [x, y] = [i % side, Math.floor(i / side)];
    const value = (paint(x, y) + paint(x + 0.5, y) + paint(x, y + 0.5) + paint(x + 0.5, y + 0.5)) / 4;
    data.fill(Math.round(value + 12 * (random() - 0.5)), i * 3, i * 3 + 3);
  }
  return rgb(side, side, data);
}
