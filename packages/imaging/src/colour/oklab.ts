import { fullSample, makePicture, type Picture } from '../picture/picture.ts';
import { encodeSrgb, linearTable } from './srgbCurve.ts';

/** OKLab: L, a, b interleaved, L 0…1, a and b about ±0.4; `lab.length` = width × height × 3. */
export type OklabPlane = { readonly width: number; readonly height: number; readonly lab: Float32Array };

/**
 * sRGB → OKLab. Björn Ottosson, "A perceptual color space for image processing", 2020. A fourth channel is
 * left out.
 */
export function toOklab({ width, height, channels, depth, data }: Picture): OklabPlane {
  const linear = linearTable(depth);
  const lab = new Float32Array(width * height * 3);
  for (let from = 0, to = 0; to < lab.length; from += channels, to += 3) {
    const r = linear[data[from] ?? 0] ?? 0;
    const g = linear[data[from + 1] ?? 0] ?? 0;
    const b = linear[data[from + 2] ?? 0] ?? 0;
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    lab[to] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
    lab[to + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
    lab[to + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  }
  return { width, height, lab };
}

/** OKLab → sRGB, 3 channels, to the nearest sample; what lies outside sRGB is clipped channel by channel. */
export function fromOklab({ width, height, lab }: OklabPlane, depth: Picture['depth']): Picture {
  const picture = makePicture({ width, height, channels: 3, depth });
  const { data } = picture;
  const full = fullSample(depth);
  for (let i = 0; i < data.length; i += 3) {
    const lightness = lab[i] ?? 0;
    const a = lab[i + 1] ?? 0;
    const b = lab[i + 2] ?? 0;
    const l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    const m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    const s = cube(lightness - 0.0894841775 * a - 1.291485548 * b);
    data[i] = encodeSrgb(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) * full + 0.5;
    data[i + 1] = encodeSrgb(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) * full + 0.5;
    data[i + 2] = encodeSrgb(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s) * full + 0.5;
  }
  return picture;
}

export function cube(value: number): number {
  return value * value * value;
}
