import { createHash } from 'node:crypto';
import { err, ok, type Result } from '@pinpaint/domain';
import { readToneCurve, srgbToLinear, type ToneCurve } from './toneCurve.ts';

/** Rows: X, Y, Z of the profile's connection space (D50); columns: what red, green and blue give. */
export type Matrix = readonly [Triple, Triple, Triple];
export type Triple = readonly [number, number, number];

/** An RGB space told by three tone curves and a matrix, as every common working space is. */
export type RgbProfile = {
  /** SHA-256 of the ICC file. */
  readonly digest: string;
  readonly name: string;
  readonly curves: readonly [ToneCurve, ToneCurve, ToneCurve];
  readonly toConnection: Matrix;
  /** Some writers' sRGB differs from others' in its last digits; it is the same space all the same. */
  readonly isSrgb: boolean;
};

/**
 * `picture.grey-profile`: made for grey. `picture.unsupported-profile`: for other colours than RGB, told
 * by tables alone (print and scanner profiles), which can't be undone exactly, or damaged.
 */
export type ProfileError = { readonly code: 'picture.grey-profile' | 'picture.unsupported-profile' };

export function readProfile(icc: Uint8Array): Result<RgbProfile, ProfileError> {
  const view = new DataView(icc.buffer, icc.byteOffset, icc.byteLength);
  if (icc.byteLength < 132 || textAt(view, 36, 4) !== 'acsp') return unsupported;
  if (textAt(view, 16, 4) === 'GRAY') return err({ code: 'picture.grey-profile' });
  if (textAt(view, 16, 4) !== 'RGB ') return unsupported;
  const tags = readTags(view);
  const [red, green, blue] = ['rTRC', 'gTRC', 'bTRC'].map((tag) => curveOf(tags.get(tag)));
  const [r, g, b] = ['rXYZ', 'gXYZ', 'bXYZ'].map((tag) => xyzOf(tags.get(tag)));
  if (!red || !green || !blue || !r || !g || !b) return unsupported;
  const toConnection: Matrix = [
    [r[0], g[0], b[0]],
    [r[1], g[1], b[1]],
    [r[2], g[2], b[2]],
  ];
  const curves = [red, green, blue] as const;
  return ok({
    digest: createHash('sha256').update(icc).digest('hex'),
    name: nameOf(tags.get('desc')),
    curves,
    toConnection,
    isSrgb: closeMatrix(toConnection, srgbToConnection) && curves.every(closeToSrgb),
  });
}

const unsupported = err({ code: 'picture.unsupported-profile' });

/** sRGB's colorants adapted to D50 by Bradford, as the ICC's own sRGB profiles have them. */
export const srgbToConnection: Matrix = [
  [0.43606567, 0.38514709, 0.14306641],
  [0.2224884, 0.71687317, 0.06060791],
  [0.01391602, 0.09707642, 0.71409607],
];

function readTags(view: DataView): ReadonlyMap<string, DataView> {
  const tags = new Map<string, DataView>();
  const count = Math.min(view.getUint32(128), 100);
  for (let at = 132; at + 12 <= view.byteLength && tags.size < count; at += 12) {
    const [offset, size] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    const whole = offset + size <= view.byteLength;
    const element = new DataView(view.buffer, view.byteOffset + (whole ? offset : 0), whole ? size : 0);
    tags.set(textAt(view, at, 4), element);
  }
  return tags;
}

function curveOf(element: DataView | undefined): ToneCurve | null {
  return element ? readToneCurve(element) : null;
}

function xyzOf(element: DataView | undefined): Triple | null {
  if (!element || element.byteLength < 20 || textAt(element, 0, 4) !== 'XYZ ') return null;
  return [element.getInt32(8) / 65536, element.getInt32(12) / 65536, element.getInt32(16) / 65536];
}

/** Version 2 says it in ASCII, version 4 in UTF-16, of which the first language is taken. */
function nameOf(element: DataView | undefined): string {
  if (!element || element.byteLength < 28) return 'unnamed';
  const bytes = new Uint8Array(element.buffer, element.byteOffset, element.byteLength);
  const text =
    textAt(element, 0, 4) === 'mluc'
      ? new TextDecoder('utf-16be').decode(slice(bytes, element.getUint32(24), element.getUint32(20)))
      : new TextDecoder('latin1').decode(slice(bytes, 12, element.getUint32(8)));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a profile's name is shown; it may hold anything.
  return text.replace(/[\u0000-\u001f]/g, '').slice(0, 100) || 'unnamed';
}

function slice(bytes: Uint8Array, offset: number, length: number): Uint8Array {
  return bytes.subarray(offset, offset + Math.min(length, 400));
}

function closeMatrix(one: Matrix, other: Matrix): boolean {
  return one.every((row, i) => row.every((value, j) => Math.abs(value - (other[i]?.[j] ?? 0)) < 0.002));
}

function closeToSrgb(curve: ToneCurve): boolean {
  for (let i = 0; i <= 64; i += 1) if (Math.abs(curve(i / 64) - srgbToLinear(i / 64)) > 0.0015) return false;
  return true;
}

function textAt(view: DataView, at: number, length: number): string {
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length));
}
