/** Shapes met by a line that moves down, in the order of a key; what changes from line to line is little. */
export type Sweep = {
  /** Indices of the shapes on the line, by rising key; only the first `moveTo` ones count. */
  readonly active: Int32Array;
  /** By shape, as of the last `moveTo`. */
  readonly keys: Float64Array;
  /** Moves down to `y`. @returns how many shapes lie there. */
  readonly moveTo: (y: number) => number;
};

/** A shape is on the line where top ≤ y < bottom. */
export function startSweep(
  tops: readonly number[],
  bottoms: readonly number[],
  keyAt: (shape: number, y: number) => number,
): Sweep {
  const waiting = tops.map((_, shape) => shape).sort((a, b) => (tops[a] ?? 0) - (tops[b] ?? 0));
  const active = new Int32Array(tops.length);
  const keys = new Float64Array(tops.length);
  let count = 0;
  let next = 0;

  function dropPassed(y: number): void {
    let kept = 0;
    for (let i = 0; i < count; i += 1) {
      const shape = active[i] ?? 0;
      if ((bottoms[shape] ?? 0) > y) active[kept++] = shape;
    }
    count = kept;
  }

  function takeReached(y: number): void {
    for (; next < waiting.length; next += 1) {
      const shape = waiting[next] ?? 0;
      if ((tops[shape] ?? 0) > y) return;
      if ((bottoms[shape] ?? 0) > y) active[count++] = shape;
    }
  }

  /** By insertion: from one line to the next the order hardly changes. */
  function sort(): void {
    for (let i = 1; i < count; i += 1) {
      const shape = active[i] ?? 0;
      const key = keys[shape] ?? 0;
      let j = i - 1;
      for (; j >= 0 && (keys[active[j] ?? 0] ?? 0) > key; j -= 1) active[j + 1] = active[j] ?? 0;
      active[j + 1] = shape;
    }
  }

  function moveTo(y: number): number {
    dropPassed(y);
    takeReached(y);
    for (let i = 0; i < count; i += 1) {
      const shape = active[i] ?? 0;
      keys[shape] = keyAt(shape, y);
    }
    sort();
    return count;
  }

  return { active, keys, moveTo };
}
