import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutGraph, type FlowGraph } from './maxFlow.ts';

const [width, height] = [4, 3];
const count = width * height;
const offsets = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
const capacities = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count * 8, maxLength: count * 8 });
const terminals = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: count, maxLength: count });

function grid(links: readonly number[], ends: readonly number[]): FlowGraph {
  const neighbours = new Int32Array(count * 8).fill(-1);
  const own = new Int32Array(count * 8);
  for (let i = 0; i < count; i += 1) {
    offsets.forEach((offset, d) => {
      const j = i + offset;
      const across = (j % width) - (i % width);
      if (j < 0 || j >= count || Math.abs(across) > 1) return;
      neighbours[i * 8 + d] = j;
      own[i * 8 + d] = links[i * 8 + d] ?? 0;
    });
  }
  return { neighbours, links: own, terminals: Int32Array.from(ends) };
}

function costOf(
  { neighbours, links, terminals: ends }: FlowGraph,
  isWithSource: (i: number) => boolean,
): number {
  let cost = 0;
  for (let i = 0; i < count; i += 1) {
    const end = ends[i] ?? 0;
    if (isWithSource(i) ? end < 0 : end > 0) cost += Math.abs(end);
    for (let d = 0; d < 8; d += 1) {
      const j = neighbours[i * 8 + d] ?? -1;
      if (j >= 0 && isWithSource(i) && !isWithSource(j)) cost += links[i * 8 + d] ?? 0;
    }
  }
  return cost;
}

it('cuts as cheaply as the cheapest of all cuts', () => {
  fc.assert(
    fc.property(capacities, terminals, (links, ends) => {
      const graph = grid(links, ends);
      let least = Infinity;
      for (let set = 0; set < 2 ** count; set += 1)
        least = Math.min(
          least,
          costOf(graph, (i) => ((set >> i) & 1) === 1),
        );
      const sides = cutGraph(grid(links, ends));
      expect(costOf(graph, (i) => sides[i] === 1)).toBe(least);
    }),
    { numRuns: 60 },
  );
});

it('cuts nothing where there is nothing', () => {
  const empty = { neighbours: new Int32Array(0), links: new Int32Array(0), terminals: new Int32Array(0) };
  expect(cutGraph(empty)).toHaveLength(0);
});

it('stops when it is no longer wanted', () => {
  const graph = grid(new Array(count * 8).fill(3), new Array(count).fill(1));
  expect(() => cutGraph(graph, { signal: AbortSignal.abort() })).toThrow();
});
