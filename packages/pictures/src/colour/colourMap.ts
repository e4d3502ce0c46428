import type { Matrix, RgbProfile, Triple } from './readProfile.ts';
import { srgbToConnection } from './readProfile.ts';
import { srgbToLinear, type ToneCurve } from './toneCurve.ts';

/** One RGB space's encoded samples into another's. What the other space can't show is cut to its edge. */
export type ColourMap = {
  /** Linear light by the 16-bit sample; an 8-bit sample lies at 257 times itself. */
  readonly decode: readonly Float64Array[];
  readonly matrix: Matrix;
  /** Encoded 0…1 by the square root of linear light: see `inverseTable`. */
  readonly encode: readonly Float64Array[];
};

export function mapToSrgb({ curves, toConnection }: RgbProfile): ColourMap {
  const srgb = inverseTable(srgbToLinear);
  return { decode: curves.map(table), matrix: matrixToSrgb(toConnection), encode: [srgb, srgb, srgb] };
}

export function mapFromSrgb({ curves, toConnection }: RgbProfile): ColourMap {
  const srgb = table(srgbToLinear);
  return {
    decode: [srgb, srgb, srgb],
    // The very inverse of the way there: two matrices rounded apart would drift with each round trip.
    matrix: invert(matrixToSrgb(toConnection)),
    encode: curves.map(inverseTable),
  };
}

function matrixToSrgb(toConnection: Matrix): Matrix {
  return keepGrey(multiply(invert(srgbToConnection), toConnection));
}

function table(curve: ToneCurve): Float64Array {
  return Float64Array.from({ length: 65536 }, (_, sample) => curve(sample / 65535));
}

/** One step more than 16 bits have, so that reading between two entries errs by less than half a sample. */
const tableSteps = 65536;

/**
 * A tone curve backwards. Its index is the square root of linear light, because a pure power curve is
 * infinitely steep at black, where an even table would be hundreds of 16-bit steps off.
 */
function inverseTable(curve: ToneCurve): Float64Array {
  const table = new Float64Array(tableSteps + 2).fill(1);
  let at = 0;
  for (let i = 0; i <= tableSteps; i += 1) {
    const linear = (i / tableSteps) ** 2;
    while (at < tableSteps && curve((at + 1) / tableSteps) < linear) at += 1;
    const [low, high] = [curve(at / tableSteps), curve((at + 1) / tableSteps)];
    const part = high > low ? Math.min(1, Math.max(0, (linear - low) / (high - low))) : 0;
    table[i] = Math.min(1, (at + part) / tableSteps);
  }
  return table;
}

/** Rows made to sum to 1: profiles round their white, and grey must stay grey to the last bit. */
function keepGrey(matrix: Matrix): Matrix {
  const row = ([a, b, c]: Triple): Triple => [a / (a + b + c), b / (a + b + c), c / (a + b + c)];
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function multiply(left: Matrix, right: Matrix): Matrix {
  const row = ([a, b, c]: Triple): Triple => [
    a * right[0][0] + b * right[1][0] + c * right[2][0],
    a * right[0][1] + b * right[1][1] + c * right[2][1],
    a * right[0][2] + b * right[1][2] + c * right[2][2],
  ];
  return [row(left[0]), row(left[1]), row(left[2])];
}

function invert([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix {
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  const row = (x: number, y: number, z: number): Triple => [
    x / determinant,
    y / determinant,
    z / determinant,
  ];
  return [
    row(e * i - f * h, c * h - b * i, b * f - c * e),
    row(f * g - d * i, a * i - c * g, c * d - a * f),
    row(d * h - e * g, b * g - a * h, a * e - b * d),
  ];
}
