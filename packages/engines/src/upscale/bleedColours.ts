/** How far colour goes under what is transparent; a tile's margin holds this and what the network looks at. */
const reachPx = 4;

/**
 * Nobody sees the colour of a transparent pixel, but the network would, and smear it into what is visible. So the
 * colours of the visible ones go on beneath it.
 *
 * @param planes three of colour, changed in place
 */
export function bleedColours(
  planes: Float32Array,
  alpha: Float32Array,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const known = Uint8Array.from(alpha, (value) => (value > 0 ? 1 : 0));
  for (let step = 0; step < reachPx; step++) {
    const reached: number[] = [];
    for (let at = 0; at < known.length; at++) {
      if (known[at] || !takeFromAround(planes, known, { width, height }, at)) continue;
      reached.push(at);
    }
    for (const at of reached) known[at] = 1;
    if (reached.length === 0) return;
  }
}

function takeFromAround(
  planes: Float32Array,
  known: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  at: number,
): boolean {
  const [x, y, size] = [at % width, Math.floor(at / width), width * height];
  const sums: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
    for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
      const from = v * width + u;
      if (!known[from]) continue;
      count += 1;
      for (const c of [0, 1, 2] as const) sums[c] += planes[c * size + from] ?? 0;
    }
  if (count === 0) return false;
  for (const c of [0, 1, 2] as const) planes[c * size + at] = sums[c] / count;
  return true;
}
