/** Encoded 0…1 → linear 0…1. */
export type ToneCurve = (encoded: number) => number;

/** sRGB, IEC 61966-2-1. */
export function srgbToLinear(encoded: number): number {
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
}

/**
 * Reads a `curv` or `para` element (ICC.1:2022 §10.6 and §10.18).
 *
 * @returns null when the element is of another kind, damaged, or falls somewhere, so that it has no way back.
 */
export function readToneCurve(element: DataView): ToneCurve | null {
  const kind = element.byteLength < 12 ? 0 : element.getUint32(0);
  const curve = kind === curv ? readSampled(element) : kind === para ? readParametric(element) : null;
  return curve && neverFalls(curve) ? curve : null;
}

const curv = 0x63757276;
const para = 0x70617261;

function readSampled(element: DataView): ToneCurve | null {
  const count = element.getUint32(8);
  if (12 + count * 2 > element.byteLength) return null;
  if (count === 0) return (x) => x;
  if (count === 1) return power(element.getUint16(12) / 256);
  const samples = Float64Array.from({ length: count }, (_, i) => element.getUint16(12 + i * 2) / 65535);
  return (x) => {
    const place = x * (count - 1);
    const below = Math.min(count - 2, Math.floor(place));
    const [low = 0, high = 0] = samples.subarray(below, below + 2);
    return low + (high - low) * (place - below);
  };
}

function readParametric(element: DataView): ToneCurve | null {
  const form = element.getUint16(8);
  const count = [1, 3, 4, 5, 7][form];
  if (count === undefined || 12 + count * 4 > element.byteLength) return null;
  const given = Array.from({ length: count }, (_, i) => element.getInt32(12 + i * 4) / 65536);
  const [g = 1, a = 1, b = 0] = given;
  switch (form) {
    case 0:
      return power(g);
    case 1:
      return piecewise({ g, a, b, c: 0, d: -b / a, e: 0, f: 0 });
    case 2: {
      const [, , , e = 0] = given;
      return piecewise({ g, a, b, c: 0, d: -b / a, e, f: e });
    }
    default: {
      const [, , , c = 0, d = 0, e = 0, f = 0] = given;
      return piecewise({ g, a, b, c, d, e, f });
    }
  }
}

type Parameters = Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g', number>;

function piecewise({ a, b, c, d, e, f, g }: Parameters): ToneCurve {
  return (x) => clamp01(x >= d ? Math.max(0, a * x + b) ** g + e : c * x + f);
}

function power(gamma: number): ToneCurve {
  return (x) => x ** gamma;
}

function neverFalls(curve: ToneCurve): boolean {
  let before = 0;
  for (let i = 0; i <= 256; i += 1) {
    const value = curve(i / 256);
    if (!(value >= before)) return false;
    before = value;
  }
  return before > 0;
}

function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}
