import { cube } from './cube.ts';

/**
 * Draws a colour into sRGB at the same lightness and hue: OKLab L, a, b at `i`, in place. Colours inside
 * stay as they are.
 */
export function fitGamut(lab: Float32Array, i: number): void {
  const l = Math.min(1, Math.max(0, lab[i] ?? 0));
  const a = lab[i + 1] ?? 0;
  const b = lab[i + 2] ?? 0;
  lab[i] = l;
  if (isInside(l, a, b)) return;
  let inside = 0;
  let outside = 1;
  for (let step = 0; step < steps; step += 1) {
    const middle = (inside + outside) / 2;
    if (isInside(l, a * middle, b * middle)) inside = middle;
    else outside = middle;
  }
  lab[i + 1] = a * inside;
  lab[i + 2] = b * inside;
}

const steps = 7;
/** Half an 8-bit step in linear light near white; far less than can be seen in the dark. */
const slack = 0.002;

function isInside(lightness: number, a: number, b: number): boolean {
  const l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
  const m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
  const s = cube(lightness - 0.0894841775 * a - 1.291485548 * b);
  return (
    isShown(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) &&
    isShown(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) &&
    isShown(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  );
}

function isShown(linear: number): boolean {
  return linear >= -slack && linear <= 1 + slack;
}
