import type { PixelSize } from '@pinpaint/domain';
import type { Gradients } from './gradients.ts';

/** A straight edge, x · cos + y · sin = offset, its brighter side towards (cos, sin). */
export type Line = {
  readonly cos: number;
  readonly sin: number;
  readonly offset: number;
  /** Places along it where it was seen, in pixels along (−sin, cos), ascending. */
  readonly seen: readonly number[];
  /** Mean gradient of what was seen. */
  readonly strength: number;
};

export type LineSearch = PixelSize & {
  readonly gradients: Gradients;
  /** 1 each: where edges are looked at. */
  readonly area: Uint8Array;
  /** A line is seen in at least this many places. */
  readonly leastSeen: number;
  readonly most: number;
  /** Whether a line may change its brighter side, as the lines of a chequered floor do. */
  readonly eitherSide?: boolean;
};

/** Weaker gradients are texture. 8-bit steps a pixel. */
const leastGradient = 5;
const directions = 180;
const offsetStepPx = 2;
/** How far from a line an edge pixel may lie, and how far its direction may turn, to belong to it. */
const nearPx = 1.6;
const nearCos = Math.cos((9 * Math.PI) / 180);

/**
 * The straight edges in an area, the best seen first: a Hough transform in which every pixel votes with its own
 * gradient's direction alone (O'Gorman and Clowes 1976); what a line has claimed votes for no other.
 */
export function linesIn(search: LineSearch): readonly Line[] {
  const edges = edgesIn(search);
  const lines: Line[] = [];
  const votes = new Votes(search);
  for (const edge of edges) votes.add(edge, 1);
  const nearest = search.eitherSide ? turnedOver : asItIs;
  for (let tries = 0; tries < 3 * search.most && lines.length < search.most; tries += 1) {
    const best = votes.best();
    if (best.count < search.leastSeen / 2) break;
    const own = edges.filter((edge) => !edge.isTaken && belongs(nearest(edge, best), best));
    const line = own.length > 0 ? lineThrough(own.map((edge) => nearest(edge, best))) : null;
    for (const edge of own) {
      edge.isTaken = true;
      votes.add(edge, -1);
    }
    if (own.length === 0) votes.clear(best);
    if (line && line.seen.length >= search.leastSeen) lines.push(line);
  }
  return lines;
}

type Edge = {
  readonly x: number;
  readonly y: number;
  readonly cos: number;
  readonly sin: number;
  readonly size: number;
  isTaken: boolean;
};

function asItIs(edge: Edge): Edge {
  return edge;
}

/** The edge with its brighter side on the line's. */
function turnedOver(edge: Edge, { cos, sin }: Pick<Line, 'cos' | 'sin'>): Edge {
  return edge.cos * cos + edge.sin * sin < 0 ? { ...edge, cos: -edge.cos, sin: -edge.sin } : edge;
}

function edgesIn({ gradients: { right, down }, area, width }: LineSearch): readonly Edge[] {
  const edges: Edge[] = [];
  for (let i = 0; i < area.length; i += 1) {
    if (area[i] !== 1) continue;
    const size = Math.hypot(right[i] ?? 0, down[i] ?? 0);
    if (size < leastGradient || !isRidge({ right, down }, i, width, size)) continue;
    const [cos, sin] = [(right[i] ?? 0) / size, (down[i] ?? 0) / size];
    edges.push({ x: i % width, y: Math.floor(i / width), cos, sin, size, isTaken: false });
  }
  return edges;
}

/** No neighbour across the edge is stronger. */
function isRidge({ right, down }: Gradients, i: number, width: number, size: number): boolean {
  const step = Math.round((right[i] ?? 0) / size) + width * Math.round((down[i] ?? 0) / size);
  const at = (j: number): number => Math.hypot(right[j] ?? 0, down[j] ?? 0);
  return at(i + step) <= size && at(i - step) <= size;
}

class Votes {
  readonly #counts: Float32Array;
  readonly #offsets: number;
  readonly #shift: number;
  readonly #both: boolean;

  constructor({ width, height, eitherSide = false }: LineSearch) {
    this.#both = eitherSide;
    this.#shift = Math.ceil(Math.hypot(width, height));
    this.#offsets = Math.ceil((2 * this.#shift) / offsetStepPx) + 1;
    this.#counts = new Float32Array(directions * this.#offsets);
  }

  add(edge: Edge, sign: number): void {
    this.#addOne(edge, sign);
    if (this.#both) this.#addOne({ ...edge, cos: -edge.cos, sin: -edge.sin }, sign);
  }

  #addOne({ x, y, cos, sin }: Edge, sign: number): void {
    const turn = Math.round((Math.atan2(sin, cos) / (2 * Math.PI)) * directions);
    for (let by = -2; by <= 2; by += 1) {
      const direction = (turn + by + directions) % directions;
      const angle = (direction * 2 * Math.PI) / directions;
      const bin = Math.round((x * Math.cos(angle) + y * Math.sin(angle) + this.#shift) / offsetStepPx);
      const at = direction * this.#offsets + bin;
      this.#counts[at] = (this.#counts[at] ?? 0) + sign;
    }
  }

  best(): { cos: number; sin: number; offset: number; count: number; at: number } {
    let at = 0;
    for (let i = 1; i < this.#counts.length; i += 1) {
      if ((this.#counts[i] ?? 0) > (this.#counts[at] ?? 0)) at = i;
    }
    const angle = (Math.floor(at / this.#offsets) * 2 * Math.PI) / directions;
    const offset = (at % this.#offsets) * offsetStepPx - this.#shift;
    return { cos: Math.cos(angle), sin: Math.sin(angle), offset, count: this.#counts[at] ?? 0, at };
  }

  clear({ at }: { readonly at: number }): void {
    this.#counts[at] = 0;
  }
}

type Place = Pick<Line, 'cos' | 'sin' | 'offset'>;

function belongs({ x, y, cos, sin }: Edge, line: Place): boolean {
  return (
    Math.abs(x * line.cos + y * line.sin - line.offset) <= nearPx + offsetStepPx / 2 &&
    cos * line.cos + sin * line.sin >= nearCos
  );
}

/** Total least squares over the edge pixels, then those that lie on it; null where they make no line. */
function lineThrough(edges: readonly Edge[]): Line | null {
  const count = edges.length;
  const mean = (of: (edge: Edge) => number): number => edges.reduce((sum, edge) => sum + of(edge), 0) / count;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const xx = mean(({ x }) => (x - mx) ** 2);
  const yy = mean(({ y }) => (y - my) ** 2);
  const xy = mean(({ x, y }) => (x - mx) * (y - my));
  const along = Math.atan2(2 * xy, xx - yy) / 2;
  let [cos, sin] = [-Math.sin(along), Math.cos(along)];
  if (mean((edge) => edge.cos) * cos + mean((edge) => edge.sin) * sin < 0) [cos, sin] = [-cos, -sin];
  const offset = mx * cos + my * sin;
  const own = edges.filter(({ x, y }) => Math.abs(x * cos + y * sin - offset) <= nearPx);
  if (own.length < 2) return null;
  const seen = [...new Set(own.map(({ x, y }) => Math.round(y * cos - x * sin)))].sort((a, b) => a - b);
  return { cos, sin, offset, seen, strength: own.reduce((sum, { size }) => sum + size, 0) / own.length };
}
