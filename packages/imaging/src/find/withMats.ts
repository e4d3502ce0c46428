type Held = { delete(): void };

/** OpenCV's things lie outside JavaScript's heap: whatever `keep` was given is freed when `work` is over. */
export function withMats<T>(work: (keep: <M extends Held>(held: M) => M) => T): T {
  const all: Held[] = [];
  const keep = <M extends Held>(held: M): M => {
    all.push(held);
    return held;
  };
  try {
    return work(keep);
  } finally {
    for (const held of all.reverse()) held.delete();
  }
}
