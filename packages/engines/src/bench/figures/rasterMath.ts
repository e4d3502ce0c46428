import { type MaskPlane, type Rgb, rgb } from '../raster.ts';

type Around = { readonly truth: Rgb; readonly mask: MaskPlane };

export function mapped(
  { width, height, data }: Rgb,
  change: (value: number, x: number, y: number) => number,
): Rgb {
  const map = (value: number, at: number): number => {
    const pixel = Math.floor(at / 3);
    return change(value, pixel % width, Math.floor(pixel / width));
  };
  return rgb(width, height, data.map(map));
}

/** One picture in the hole, another round it. */
export function within({ truth, mask }: Around, other: Rgb): Rgb {
  const data = truth.data.map((value, at) =>
    mask.data[Math.floor(at / 3)] === 0 ? value : (other.data[at] ?? 0),
  );
  return rgb(truth.width, truth.height, data);
}

/** Left, right and top. */
export function boundsOf({ width, data }: MaskPlane): readonly [number, number, number] {
  let [left, right, top] = [width, 0, data.length];
  for (let at = 0; at < data.length; at++) {
    if (data[at] === 0) continue;
    left = Math.min(left, at % width);
    right = Math.max(right, at % width);
    top = Math.min(top, Math.floor(at / width));
  }
  return [left, right, top];
}

export function blurred({ width, height, data }: Rgb, sigma: number): Rgb {
  const radius = Math.ceil(3 * sigma);
  const taps = Array.from({ length: 2 * radius + 1 }, (_, k) =>
    Math.exp(-((k - radius) ** 2) / (2 * sigma ** 2)),
  );
  const whole = taps.reduce((sum, tap) => sum + tap, 0);
  const pass = (
    from: ArrayLike<number>,
    step: number,
    length: number,
    of: (at: number) => number,
  ): Float32Array =>
    Float32Array.from({ length: from.length }, (_, at) => {
      const place = of(at);
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        const to = Math.min(length - 1, Math.max(0, place + k));
        sum += (taps[k + radius] ?? 0) * (from[at + (to - place) * step] ?? 0);
      }
      return sum / whole;
    });
  const across = pass(data, 3, width, (at) => Math.floor(at / 3) % width);
  const down = pass(across, 3 * width, height, (at) => Math.floor(at / 3 / width));
  return rgb(
    width,
    height,
    Uint8Array.from(down, (value) => Math.round(value)),
  );
}

export function clamp(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}
