import type { PixelSize } from '@pinpaint/domain';
import { type Gradients, gradientsOf } from '../measure/gradients.ts';

/** An edge followed from pixel to pixel: x and y in turn, in the order in which it runs. */
export type Chain = { readonly places: Float32Array; readonly length: number };

const leastGradient = 7;
/** From one pixel to the next an edge turns by no more than this. */
const leastCos = Math.cos((25 * Math.PI) / 180);

type Field = PixelSize & { readonly gradients: Gradients; readonly isRidge: Uint8Array };

/** The edges of luma that can be followed for at least `leastPx`; each pixel belongs to one at the most. */
export function chainsIn(luma: Float32Array, size: PixelSize, leastPx: number): readonly Chain[] {
  const gradients = gradientsOf(luma, size);
  const field: Field = { ...size, gradients, isRidge: ridgesOf(gradients, size) };
  const chains: Chain[] = [];
  for (let i = 0; i < field.isRidge.length; i += 1) {
    if (field.isRidge[i] !== 1) continue;
    field.isRidge[i] = 0;
    const places = [...follow(field, i, -1).reverse(), i, ...follow(field, i, 1)];
    if (places.length >= leastPx) chains.push(chainOf(places, size.width));
  }
  return chains;
}

function ridgesOf({ right, down }: Gradients, { width, height }: PixelSize): Uint8Array {
  const ridges = new Uint8Array(right.length);
  const sizes = right.map((value, i) => Math.hypot(value, down[i] ?? 0));
  for (let y = 3; y < height - 3; y += 1) {
    for (let i = y * width + 3; i < (y + 1) * width - 3; i += 1) {
      const size = sizes[i] ?? 0;
      if (size < leastGradient) continue;
      const step = Math.round((right[i] ?? 0) / size) + width * Math.round((down[i] ?? 0) / size);
      if ((sizes[i + step] ?? 0) <= size && (sizes[i - step] ?? 0) < size) ridges[i] = 1;
    }
  }
  return ridges;
}

type Way = readonly [number, number];

/** From a pixel along its edge, to one side or the other; takes what it has passed. */
function follow(field: Field, from: number, side: 1 | -1): number[] {
  const places: number[] = [];
  let at = from;
  let way = tangentAt(field, from, null, side);
  for (;;) {
    const next = nextAlong(field, at, way);
    if (next < 0) return places;
    field.isRidge[next] = 0;
    places.push(next);
    way = tangentAt(field, next, way, side);
    at = next;
  }
}

/** Along the edge; on from where it came, whichever side is brighter now. */
function tangentAt({ gradients: { right, down } }: Field, at: number, before: Way | null, side: 1 | -1): Way {
  const size = Math.hypot(right[at] ?? 0, down[at] ?? 0);
  const [x, y] = [-(down[at] ?? 0) / size, (right[at] ?? 0) / size];
  const sign = before ? Math.sign(x * before[0] + y * before[1]) : side;
  return [sign * x, sign * y];
}

/** The neighbour that lies ahead; else, over a gap such as a crossing leaves, the nearest place ahead. −1: none. */
function nextAlong(field: Field, at: number, way: Way): number {
  const [x, y] = way;
  let [best, most] = [-1, 0.3];
  for (let dy = -1; dy <= 1; dy += 1) {
    for (let dx = -1; dx <= 1; dx += 1) {
      const ahead = (dx * x + dy * y) / Math.hypot(dx, dy);
      const next = at + dy * field.width + dx;
      if (ahead > most && goesOn(field, next, way)) [best, most] = [next, ahead];
    }
  }
  for (let px = 2; best < 0 && px <= gapPx; px += 1) best = overGap(field, at, way, px);
  return best;
}

const gapPx = 9;

function overGap(field: Field, at: number, way: Way, px: number): number {
  for (const by of [0, 1, -1]) {
    const dx = Math.round(px * way[0] - by * way[1]);
    const dy = Math.round(px * way[1] + by * way[0]);
    const column = (at % field.width) + dx;
    const next = at + dy * field.width + dx;
    if (column >= 0 && column < field.width && goesOn(field, next, way)) return next;
  }
  return -1;
}

function goesOn({ gradients: { right, down }, isRidge }: Field, at: number, [x, y]: Way): boolean {
  if (isRidge[at] !== 1) return false;
  const [gx, gy] = [right[at] ?? 0, down[at] ?? 0];
  return Math.abs(gx * y - gy * x) >= leastCos * Math.hypot(gx, gy);
}

function chainOf(places: readonly number[], width: number): Chain {
  const xy = Float32Array.from({ length: 2 * places.length }, (_, k) => {
    const at = places[k >> 1] ?? 0;
    return k % 2 === 0 ? at % width : Math.floor(at / width);
  });
  return { places: xy, length: places.length };
}
