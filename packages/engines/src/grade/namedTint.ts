import type { NamedColour } from '@pinpaint/domain';
import { toOklab } from '@pinpaint/imaging';
import { blackGuard, type Tint } from './tint.ts';

/** A tint and how light it is: OKLab L, 0…1. */
export type LitTint = Tint & { readonly lightness: number };

/** @throws RangeError for what is not `#rrggbb` or `#rgb`. */
export function namedTint({ hex }: NamedColour): LitTint {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex)?.[1];
  if (!digits) throw new RangeError(`namedTint: ${hex} is not a colour`);
  const long = digits.length === 6 ? digits : digits.replace(/./g, '$&$&');
  const value = Number.parseInt(long, 16);
  const data = Uint8Array.of(value >> 16, (value >> 8) & 255, value & 255);
  const { lab } = toOklab({ width: 1, height: 1, channels: 3, depth: 8, data });
  const [lightness = 0, a = 0, b = 0] = lab;
  return { lightness, a: a / (lightness + blackGuard), b: b / (lightness + blackGuard) };
}
