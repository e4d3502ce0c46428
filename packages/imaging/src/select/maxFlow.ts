/**
 * The largest flow from a source to a sink through nodes with up to eight neighbours each, and with it the
 * smallest cut: Boykov and Kolmogorov, "An Experimental Comparison of Min-Cut/Max-Flow Algorithms", 2004. Two
 * trees grow from the terminals over links that are not full, and are mended where a link fills.
 */
export type FlowGraph = {
  /** Eight a node; −1 where there is none. If j is i's neighbour d, i is j's neighbour 7 − d. */
  readonly neighbours: Int32Array;
  /** What still fits from a node to its neighbours, eight a node. The flow is taken off. */
  readonly links: Int32Array;
  /** Above 0 what fits from the source to a node, below 0 from it to the sink. The flow is taken off. */
  readonly terminals: Int32Array;
};

const [free, source, sink] = [0, 1, 2];
/** Ways from a node to its parent beside the eight: it hangs on its terminal, has lost its parent, or has none. */
const [terminal, orphaned, none] = [8, 9, 10];
/** Farther from its terminal than any path is. */
const farthest = 0x7fffffff;

type Trees = FlowGraph & {
  readonly tree: Uint8Array;
  readonly parent: Uint8Array;
  /** When the distance to the terminal was last known, and what it was. */
  readonly seen: Int32Array;
  readonly distance: Int32Array;
  /** The queue of nodes that may grow: the next of each, itself for the last, −1 for those not in it. */
  readonly next: Int32Array;
  readonly orphans: number[];
  first: number;
  last: number;
  time: number;
};

export type CutWatch = { readonly signal?: AbortSignal | undefined };

/** @returns 1 for each node that the smallest cut leaves with the source */
export function cutGraph(graph: FlowGraph, { signal }: CutWatch = {}): Uint8Array {
  const trees = startTrees(graph);
  let current = -1;
  for (let turns = 0; ; turns += 1) {
    if (turns % 4_096 === 0) signal?.throwIfAborted();
    if (current < 0 || trees.tree[current] === free) current = takeActive(trees);
    if (current < 0) break;
    const way = grow(trees, current);
    if (way < 0) {
      current = -1;
      continue;
    }
    trees.time += 1;
    augment(trees, current, way);
    adoptOrphans(trees);
  }
  return trees.tree.map((side) => (side === source ? 1 : 0));
}

function startTrees(graph: FlowGraph): Trees {
  const count = graph.terminals.length;
  const trees: Trees = {
    ...graph,
    tree: new Uint8Array(count),
    parent: new Uint8Array(count).fill(none),
    seen: new Int32Array(count),
    distance: new Int32Array(count),
    next: new Int32Array(count).fill(-1),
    orphans: [],
    first: -1,
    last: -1,
    time: 0,
  };
  for (let i = 0; i < count; i += 1) {
    const fits = graph.terminals[i] ?? 0;
    if (fits === 0) continue;
    trees.tree[i] = fits > 0 ? source : sink;
    trees.parent[i] = terminal;
    trees.distance[i] = 1;
    setActive(trees, i);
  }
  return trees;
}

function setActive(trees: Trees, i: number): void {
  if (trees.next[i] !== -1) return;
  if (trees.last < 0) trees.first = i;
  else trees.next[trees.last] = i;
  trees.last = i;
  trees.next[i] = i;
}

function takeActive(trees: Trees): number {
  while (trees.first >= 0) {
    const i = trees.first;
    const after = trees.next[i] ?? -1;
    trees.first = after === i ? -1 : after;
    if (trees.first < 0) trees.last = -1;
    trees.next[i] = -1;
    if (trees.tree[i] !== free) return i;
  }
  return -1;
}

/** What still fits along the tree's direction between `i` and its neighbour `j`, which lies in way `d`. */
function fits({ links, tree }: Trees, i: number, d: number, j: number): number {
  return tree[i] === source ? (links[i * 8 + d] ?? 0) : (links[j * 8 + 7 - d] ?? 0);
}

/** Takes free neighbours into the tree of `i`. @returns the way to a neighbour in the other tree, or −1 */
function grow(trees: Trees, i: number): number {
  const { neighbours, tree, parent, seen, distance } = trees;
  for (let d = 0; d < 8; d += 1) {
    const j = neighbours[i * 8 + d] ?? -1;
    if (j < 0 || fits(trees, i, d, j) === 0) continue;
    if (tree[j] === free) {
      tree[j] = tree[i] ?? free;
      parent[j] = 7 - d;
      seen[j] = seen[i] ?? 0;
      distance[j] = (distance[i] ?? 0) + 1;
      setActive(trees, j);
    } else if (tree[j] !== tree[i]) {
      return d;
    } else if ((seen[j] ?? 0) <= (seen[i] ?? 0) && (distance[j] ?? 0) > (distance[i] ?? 0)) {
      parent[j] = 7 - d;
      seen[j] = seen[i] ?? 0;
      distance[j] = (distance[i] ?? 0) + 1;
    }
  }
  return -1;
}

function augment(trees: Trees, i: number, d: number): void {
  const { neighbours, links, tree } = trees;
  const j = neighbours[i * 8 + d] ?? -1;
  const fromSource = tree[i] === source;
  const [a, b] = fromSource ? [i, j] : [j, i];
  const link = fromSource ? i * 8 + d : j * 8 + 7 - d;
  const back = fromSource ? j * 8 + 7 - d : i * 8 + d;
  const flow = Math.min(links[link] ?? 0, narrowest(trees, a), narrowest(trees, b));
  links[link] = (links[link] ?? 0) - flow;
  links[back] = (links[back] ?? 0) + flow;
  push(trees, a, flow);
  push(trees, b, flow);
  // The node stays first in line: it may have more ways to the other tree.
}

/** The least that fits on the way from `start` to its terminal. */
function narrowest({ neighbours, links, terminals, tree, parent }: Trees, start: number): number {
  let least = farthest;
  let i = start;
  const fromSource = tree[start] === source;
  for (let d = parent[i] ?? none; d < 8; d = parent[i] ?? none) {
    const up = neighbours[i * 8 + d] ?? -1;
    const room = (fromSource ? links[up * 8 + 7 - d] : links[i * 8 + d]) ?? 0;
    if (room < least) least = room;
    i = up;
  }
  return Math.min(least, Math.abs(terminals[i] ?? 0));
}

function push(trees: Trees, start: number, flow: number): void {
  const { neighbours, links, terminals, tree, parent } = trees;
  const fromSource = tree[start] === source;
  let i = start;
  for (let d = parent[i] ?? none; d < 8; d = parent[i] ?? none) {
    const up = neighbours[i * 8 + d] ?? -1;
    const down = fromSource ? up * 8 + 7 - d : i * 8 + d;
    const back = fromSource ? i * 8 + d : up * 8 + 7 - d;
    links[down] = (links[down] ?? 0) - flow;
    links[back] = (links[back] ?? 0) + flow;
    if (links[down] === 0) orphan(trees, i);
    i = up;
  }
  terminals[i] = (terminals[i] ?? 0) - (fromSource ? flow : -flow);
  if (terminals[i] === 0) orphan(trees, i);
}

function orphan({ parent, orphans }: Trees, i: number): void {
  parent[i] = orphaned;
  orphans.push(i);
}

function adoptOrphans(trees: Trees): void {
  const { orphans } = trees;
  for (let at = 0; at < orphans.length; at += 1) adopt(trees, orphans[at] ?? 0);
  orphans.length = 0;
}

/** Finds the nearest new parent; where there is none, the node falls out of its tree. */
function adopt(trees: Trees, i: number): void {
  const { neighbours, tree, parent, seen, distance, time } = trees;
  let [best, least] = [none, farthest];
  for (let d = 0; d < 8; d += 1) {
    const j = neighbours[i * 8 + d] ?? -1;
    if (j < 0 || tree[j] !== tree[i] || fits(trees, j, 7 - d, i) === 0) continue;
    const length = lengthToTerminal(trees, j);
    if (length >= least) continue;
    least = length;
    best = d;
  }
  parent[i] = best;
  if (best !== none) {
    seen[i] = time;
    distance[i] = least + 1;
    return;
  }
  letGo(trees, i);
}

function letGo(trees: Trees, i: number): void {
  const { neighbours, tree, parent } = trees;
  for (let d = 0; d < 8; d += 1) {
    const j = neighbours[i * 8 + d] ?? -1;
    if (j < 0 || tree[j] !== tree[i]) continue;
    if (fits(trees, j, 7 - d, i) > 0) setActive(trees, j);
    if (parent[j] === 7 - d) orphan(trees, j);
  }
  tree[i] = free;
}

/** Steps from a node to its terminal, `farthest` when it hangs on an orphan; what is found is kept for this round. */
function lengthToTerminal({ neighbours, parent, seen, distance, time }: Trees, start: number): number {
  let steps = 0;
  let i = start;
  while (seen[i] !== time) {
    const d = parent[i] ?? none;
    if (d === terminal) {
      seen[i] = time;
      distance[i] = 1;
      break;
    }
    if (d > 7) return farthest;
    steps += 1;
    i = neighbours[i * 8 + d] ?? -1;
  }
  const length = steps + (distance[i] ?? 0);
  for (let [at, left] = [start, length]; seen[at] !== time; left -= 1) {
    seen[at] = time;
    distance[at] = left;
    at = neighbours[at * 8 + (parent[at] ?? 0)] ?? -1;
  }
  return length;
}
