import { type Homography, invert, mapPoint } from '@pinpaint/domain';
import { makePicture, type Picture } from '@pinpaint/imaging';
import { openPicture } from '../openPicture.ts';
import { rawPicture } from '../rawPicture.ts';

export type Shot = {
  /** From the picture to how it looks in this shot. */
  readonly matrix: Homography;
  readonly width?: number;
  readonly height?: number;
  /** Standard deviation, in 8-bit steps. */
  readonly noise?: number;
  readonly gain?: number;
  readonly bias?: number;
};

/** A photograph in a file, 8 bits. */
export function readPhotograph(path: string): Promise<Picture> {
  return rawPicture(openPicture(path).removeAlpha(), 8);
}

/** The same scene in another shot: moved by a known map, in another light, with noise of its own. */
export function movedPicture(picture: Picture, { matrix, ...shot }: Shot): Picture {
  const { width = picture.width, height = picture.height, noise = 0, gain = 1, bias = 0 } = shot;
  const made = makePicture({ width, height, channels: 3, depth: 8 });
  const back = invert(matrix);
  const random = seeded(1);
  for (let i = 0; i < width * height; i += 1) {
    const at = back && mapPoint(back, [(i % width) + 0.5, Math.floor(i / width) + 0.5]);
    for (let channel = 0; channel < 3; channel += 1) {
      const value = (at ? sample(picture, at, channel) : surround) * gain + bias + noise * random();
      made.data[i * 3 + channel] = Math.max(0, Math.min(255, Math.round(value)));
    }
  }
  return made;
}

/** What lies beyond the picture's edge. */
const surround = 90;

function sample(
  { width, height, channels, data }: Picture,
  [x, y]: readonly [number, number],
  channel: number,
): number {
  const [left, top] = [x - 0.5, y - 0.5];
  const [x0, y0] = [Math.floor(left), Math.floor(top)];
  if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) return surround;
  const [fx, fy] = [left - x0, top - y0];
  const at = (column: number, row: number) => data[(row * width + column) * channels + channel] ?? 0;
  const upper = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
  return upper * (1 - fy) + (at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx) * fy;
}

/** About normal, of variance 1; the same from each seed on. */
function seeded(seed: number): () => number {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return () => (next() + next() + next() - 1.5) * 2;
}
