import type { NamedColour } from './intent.ts';

type Hex = NamedColour['hex'];
/** Hue 0…360, saturation and lightness 0…1. */
type Hsl = readonly [hue: number, saturation: number, lightness: number];

export function lightened(hex: Hex): Hex {
  return changed(hex, ([h, s, l]) => [h, s, l + (1 - l) * 0.45]);
}

export function paled(hex: Hex): Hex {
  return changed(hex, ([h, s, l]) => [h, s * 0.75, l + (1 - l) * 0.65]);
}

export function darkened(hex: Hex): Hex {
  return changed(hex, ([h, s, l]) => [h, s, l * 0.55]);
}

export function deepened(hex: Hex): Hex {
  return changed(hex, ([h, s, l]) => [h, s + (1 - s) * 0.3 * chroma(s), l * 0.7]);
}

export function vivid(hex: Hex): Hex {
  return changed(hex, ([h, s, l]) => [h, s + (1 - s) * 0.7 * chroma(s), l + (0.55 - l) * 0.5]);
}

/** @param share of the second, 0…1 */
export function mixed(a: Hex, b: Hex, share: number): Hex {
  const other = channels(b);
  return toHex(channels(a).map((value, index) => value + ((other[index] ?? 0) - value) * share));
}

/** A grey has no hue to strengthen: without this, a deep grey would come out as some red. */
function chroma(saturation: number): number {
  return saturation > 0.02 ? 1 : 0;
}

function changed(hex: Hex, change: (hsl: Hsl) => Hsl): Hex {
  return toHex(fromHsl(change(toHsl(channels(hex)))));
}

/** 0…1 each. */
function channels(hex: Hex): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

function toHex(values: readonly number[]): Hex {
  const byte = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 255);
  return `#${values.map((value) => byte(value).toString(16).padStart(2, '0')).join('')}`;
}

function toHsl([r = 0, g = 0, b = 0]: readonly number[]): Hsl {
  const most = Math.max(r, g, b);
  const span = most - Math.min(r, g, b);
  const lightness = most - span / 2;
  if (span === 0) return [0, 0, lightness];
  const saturation = span / (1 - Math.abs(2 * lightness - 1));
  if (most === r) return [(60 * ((g - b) / span) + 360) % 360, saturation, lightness];
  if (most === g) return [60 * ((b - r) / span) + 120, saturation, lightness];
  return [60 * ((r - g) / span) + 240, saturation, lightness];
}

function fromHsl([hue, saturation, lightness]: Hsl): readonly number[] {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((offset) => {
    const k = (offset + hue / 30) % 12;
    return lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  });
}
