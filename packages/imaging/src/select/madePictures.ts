import type { FramePoint, PixelSize } from '@pinpaint/domain';
import { makePicture, type Picture } from '../picture/picture.ts';

/** For tests: pictures whose things are known, since a formula says of each point whether it is inside. */
export type Formula = (x: number, y: number) => boolean;

type Look = {
  readonly inside: readonly [r: number, g: number, b: number];
  readonly outside: readonly [r: number, g: number, b: number];
  /** How far a sample may be off, either way. */
  readonly noise: number;
};

const redOnGreen: Look = { inside: [190, 60, 50], outside: [80, 130, 70], noise: 18 };

export function discAt([cx, cy]: FramePoint, radius: number): Formula {
  return (x, y) => Math.hypot(x - cx, y - cy) <= radius;
}

/** Edges are as soft as a lens makes them: nine points a pixel. */
export function drawFormula(formula: Formula, size: PixelSize, look: Look = redOnGreen): Picture {
  const picture = makePicture({ ...size, channels: 3, depth: 8 });
  const next = randomNumbers(7);
  for (let i = 0; i < size.width * size.height; i += 1) {
    const cover = coverAt(formula, i % size.width, Math.floor(i / size.width));
    for (let channel = 0; channel < 3; channel += 1) {
      const clean = (look.inside[channel] ?? 0) * cover + (look.outside[channel] ?? 0) * (1 - cover);
      picture.data[i * 3 + channel] = Math.max(0, Math.min(255, clean + (next() * 2 - 1) * look.noise));
    }
  }
  return picture;
}

function coverAt(formula: Formula, x: number, y: number): number {
  let inside = 0;
  for (let v = 0; v < 3; v += 1) {
    for (let u = 0; u < 3; u += 1) if (formula(x + (u + 0.5) / 3, y + (v + 0.5) / 3)) inside += 1;
  }
  return inside / 9;
}

/** Numerical Recipes' linear congruential generator: 0…1, always the same. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
