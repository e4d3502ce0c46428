/** From here lightness is pressed together towards white. OKLab L. */
const shoulder = 0.82;

/** A lightness with room left for white above it. What was lighter stays as it was: gloss is white already. */
export function pressed(lightness: number, was: number): number {
  const from = Math.max(shoulder, was);
  if (lightness <= from || from >= 1) return Math.min(lightness, 1);
  const room = 1 - from;
  return from + room * Math.tanh((lightness - from) / room);
}
