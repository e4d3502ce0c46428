import type { PixelSize } from '@pinpaint/domain';
import { cutGraph, type FlowGraph } from './maxFlow.ts';
import { type Colours, energyIn, type Mixture } from './mixture.ts';

/** What is known of each pixel before a cut. Only guesses become nodes of the graph. */
export const [surelyOut, guessedOut, guessedIn, surelyIn] = [0, 1, 2, 3];

export type ColourPlane = PixelSize & { readonly colours: Colours };

export type CutWish = {
  readonly plane: ColourPlane;
  readonly known: Uint8Array;
  readonly inside: Mixture;
  readonly outside: Mixture;
  /** How much colours count beside edges; 1 as in GrabCut. */
  readonly colourWeight?: number;
  /** Of each pixel, added to what it costs to be outside; in the same units as colours (nats). */
  readonly leaning?: Float32Array;
  readonly signal?: AbortSignal | undefined;
};

/** GrabCut's γ: what a cut through no edge at all costs, in nats. Blake et al. found it on fifteen pictures. */
const smoothness = 50;
/** A pixel's colour says no more than this, however odd it is. */
const mostNats = 40;
/** Flows are whole numbers, so that no rounding differs from machine to machine. */
const unitsPerNat = 64;

/** The eight neighbours; that of way 7 − d is where d came from. */
const across = [-1, 0, 1, -1, 1, -1, 0, 1];
const down = [-1, -1, -1, 0, 0, 1, 1, 1];

/** @returns 1 for each pixel inside */
export function cutPicture(wish: CutWish): Uint8Array {
  const { known, signal } = wish;
  const nodes = nodesOf(known);
  const graph = graphOf(wish, nodes);
  const sides = cutGraph(graph, { signal });
  const result = known.map((state) => (state === surelyIn ? 1 : 0));
  for (let i = 0; i < nodes.pixels.length; i += 1) result[nodes.pixels[i] ?? 0] = sides[i] ?? 0;
  return result;
}

type Nodes = { readonly pixels: Int32Array; readonly ofPixel: Int32Array };

function nodesOf(known: Uint8Array): Nodes {
  const ofPixel = new Int32Array(known.length).fill(-1);
  let count = 0;
  for (let i = 0; i < known.length; i += 1) {
    if (known[i] !== guessedOut && known[i] !== guessedIn) continue;
    ofPixel[i] = count;
    count += 1;
  }
  const pixels = new Int32Array(count);
  for (let i = 0; i < known.length; i += 1) {
    const node = ofPixel[i] ?? -1;
    if (node >= 0) pixels[node] = i;
  }
  return { pixels, ofPixel };
}

function graphOf(wish: CutWish, { pixels, ofPixel }: Nodes): FlowGraph {
  const count = pixels.length;
  const graph = {
    neighbours: new Int32Array(count * 8).fill(-1),
    links: new Int32Array(count * 8),
    terminals: new Int32Array(count),
  };
  const edges = edgeScale(wish.plane);
  const joining = { graph, ofPixel, edges };
  for (let node = 0; node < count; node += 1) {
    const pixel = pixels[node] ?? 0;
    graph.terminals[node] = leaningOf(wish, pixel);
    joinNode(wish, joining, node, pixel);
  }
  return graph;
}

/** Above 0 towards inside. */
function leaningOf({ plane, inside, outside, colourWeight = 1, leaning }: CutWish, pixel: number): number {
  const nats = energyIn(outside, plane.colours, pixel) - energyIn(inside, plane.colours, pixel);
  const bounded = Math.max(-mostNats, Math.min(mostNats, nats));
  return Math.round((bounded * colourWeight + (leaning?.[pixel] ?? 0)) * unitsPerNat);
}

type Joining = { readonly graph: FlowGraph; readonly ofPixel: Int32Array; readonly edges: number };

/** A link to a pixel that is known is one to its terminal. Two nodes are joined by the earlier of them, both ways. */
function joinNode(
  { plane, known }: CutWish,
  { graph, ofPixel, edges }: Joining,
  node: number,
  pixel: number,
): void {
  const { width, height, colours } = plane;
  const { neighbours, links, terminals } = graph;
  const x = pixel % width;
  const y = (pixel / width) | 0;
  for (let d = 0; d < 8; d += 1) {
    const u = x + (across[d] ?? 0);
    const v = y + (down[d] ?? 0);
    if (u < 0 || v < 0 || u >= width || v >= height) continue;
    const beside = v * width + u;
    const other = ofPixel[beside] ?? -1;
    if (other >= 0 && other < node) continue;
    const nats = smoothness * Math.exp(-edges * squaredApart(colours, pixel, beside));
    const units = 1 + Math.round((u !== x && v !== y ? nats * Math.SQRT1_2 : nats) * unitsPerNat);
    if (other >= 0) {
      neighbours[node * 8 + d] = other;
      links[node * 8 + d] = units;
      neighbours[other * 8 + 7 - d] = node;
      links[other * 8 + 7 - d] = units;
    } else {
      terminals[node] = (terminals[node] ?? 0) + (known[beside] === surelyIn ? units : -units);
    }
  }
}

/** GrabCut's β: half of one over the mean squared difference of neighbours. */
export function edgeScale({ width, height, colours }: ColourPlane): number {
  let [sum, count] = [0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      if (x + 1 < width) sum += squaredApart(colours, i, i + 1);
      if (y + 1 < height) sum += squaredApart(colours, i, i + width);
      count += 2;
    }
  }
  return sum > 0 ? count / (2 * sum) : 0;
}

export function squaredApart(colours: Colours, i: number, j: number): number {
  const x = (colours[i * 3] ?? 0) - (colours[j * 3] ?? 0);
  const y = (colours[i * 3 + 1] ?? 0) - (colours[j * 3 + 1] ?? 0);
  const z = (colours[i * 3 + 2] ?? 0) - (colours[j * 3 + 2] ?? 0);
  return x * x + y * y + z * z;
}
