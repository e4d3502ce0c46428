import type { Gradients } from './gradients.ts';
import { type Line, linesIn } from './linesIn.ts';
import { type Scene, within } from './scene.ts';

/** Straight edges are looked for in a ring this wide, from just outside what was touched. */
const ringPx = [1, 24] as const;
/** An edge enters when it is seen in most places of so long a way up to the border. */
const entryPx = 14;
const leastSeen = 9;
/** So far in an edge is followed; and how far off its line it may run there, and how much weaker it may be. */
const followPx = 9;
const nearPx = 2;
const leastShare = 0.3;
const mostLines = 24;
/** Added to the strength of all: one weak edge that ends proves little. 8-bit steps a pixel. */
const doubt = 12;

/**
 * Broken lines: of the straight edges that run up to the border of what was touched, the share, by strength, that
 * does not go on beyond it along the same line with the same brighter side; 0…1, null where there are none. After
 * structure completion by continuing border curves (Sun and others 2005).
 */
export function measureBreaks(scene: Scene, gradients: Gradients): number | null {
  const found = entries(scene, gradients);
  if (found.length === 0) return null;
  let [broken, all] = [0, doubt];
  for (const { line, at, into } of found) {
    all += line.strength;
    broken += line.strength * endsBeyond({ line, at, into }, gradients, scene);
  }
  return broken / all;
}

/** Where an edge runs up to the border: its place along the line, and which way is in. */
type Entry = { readonly line: Line; readonly at: number; readonly into: 1 | -1 };

function entries(scene: Scene, gradients: Gradients): readonly Entry[] {
  return linesAround(scene, gradients).flatMap((line) => entriesOf(scene, line));
}

/** How many straight edges run up to the border, and how many of these come out again on the other side. */
export function countEnds(scene: Scene, gradients: Gradients): { ends: number; through: number } {
  const all = linesAround(scene, gradients).map((line) => entriesOf(scene, line));
  const ways = (found: readonly Entry[]): number => new Set(found.map(({ into }) => into)).size;
  return { ends: all.flat().length, through: all.filter((found) => ways(found) === 2).length };
}

function linesAround(scene: Scene, gradients: Gradients): readonly Line[] {
  const { away, width, height } = scene;
  const area = within(away, ringPx[0], ringPx[1]);
  return linesIn({ gradients, area, width, height, leastSeen, most: mostLines });
}

function entriesOf(scene: Scene, line: Line): readonly Entry[] {
  const { depth, width, height } = scene;
  const isInside = (t: number): boolean => {
    const i = pixelAt(line, t, { width, height });
    return i >= 0 && (depth[i] ?? 0) > 0;
  };
  const found: Entry[] = [];
  const [first, last] = [(line.seen[0] ?? 0) - ringPx[1], (line.seen.at(-1) ?? 0) + ringPx[1]];
  for (let t = first; t <= last; t += 1) {
    if (isInside(t) === isInside(t + 1)) continue;
    const into = isInside(t + 1) ? 1 : -1;
    const at = into === 1 ? t : t + 1;
    const seen = line.seen.filter((s) => (at - s) * into >= 0 && (at - s) * into < entryPx).length;
    if (seen >= leastSeen) found.push({ line, at, into });
  }
  return found;
}

/** 1 when it ends, 0 when it goes on over most of the way that is followed. */
function endsBeyond({ line, at, into }: Entry, gradients: Gradients, scene: Scene): 0 | 1 {
  let seen = 0;
  for (let step = 1; step <= followPx; step += 1) {
    if (isEdgeAt(line, at + into * step, gradients, scene)) seen += 1;
  }
  return seen * 2 >= followPx ? 0 : 1;
}

type Size = { readonly width: number; readonly height: number };

export function isEdgeAt(line: Line, t: number, { right, down }: Gradients, size: Size): boolean {
  for (let by = -nearPx; by <= nearPx; by += 1) {
    const i = pixelAt({ ...line, offset: line.offset + by }, t, size);
    if (i < 0) continue;
    const across = (right[i] ?? 0) * line.cos + (down[i] ?? 0) * line.sin;
    if (across >= leastShare * line.strength) return true;
  }
  return false;
}

/** Of a place along a line; −1 beyond the picture. */
export function pixelAt(
  { cos, sin, offset }: Pick<Line, 'cos' | 'sin' | 'offset'>,
  t: number,
  { width, height }: Size,
): number {
  const [x, y] = [Math.round(offset * cos - t * sin), Math.round(offset * sin + t * cos)];
  return x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x;
}
