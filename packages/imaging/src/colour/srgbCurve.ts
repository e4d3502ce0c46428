/** sRGB's transfer curve (IEC 61966-2-1), as tables: samples come by the million. */

const tables = new Map<8 | 16, Float64Array>();

/** Linear light 0…1 of every sample value of a depth. Made once, kept. */
export function linearTable(depth: 8 | 16): Float64Array {
  const known = tables.get(depth);
  if (known) return known;
  const full = 2 ** depth - 1;
  const table = new Float64Array(full + 1).map((_, sample) => linearOf(sample / full));
  tables.set(depth, table);
  return table;
}

function linearOf(encoded: number): number {
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
}

/** Linear light up to which the curve is a straight line. */
const straightTo = 0.0031308;

/**
 * Steps of the table from linear light back. It is indexed by the square root, over which the curve's bent
 * part is nearly straight: between two entries a line is within 2e-7, a seventieth of a 16-bit step. The bent
 * part goes on below where the straight one takes over, so that no line spans the corner between them.
 */
const steps = 4096;
const bentByRoot = new Float64Array(steps + 2).map(
  (_, i) => 1.055 * Math.min(1, i / steps) ** (2 / 2.4) - 0.055,
);

/** Linear light to 0…1 encoded; what lies outside 0…1 is clipped. */
export function encodeSrgb(linear: number): number {
  const light = Math.min(Math.max(linear, 0), 1);
  if (light <= straightTo) return light * 12.92;
  const at = Math.sqrt(light) * steps;
  const below = at | 0;
  const value = bentByRoot[below] ?? 0;
  return value + (at - below) * ((bentByRoot[below + 1] ?? 0) - value);
}
