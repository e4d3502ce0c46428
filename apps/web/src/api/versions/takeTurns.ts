type Limits = { readonly atOnce: number; readonly waiting: number };

/** Runs what it is given a few at a time; null when too many wait already. */
export function takeTurns({ atOnce, waiting }: Limits) {
  const queue: (() => void)[] = [];
  let running = 0;

  async function run<T>(work: () => Promise<T>): Promise<T> {
    // Whoever leaves hands the place on, so that nobody slips in between.
    if (running < atOnce) running += 1;
    else await new Promise<void>((go) => queue.push(go));
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return <T>(work: () => Promise<T>): Promise<T> | null =>
    running >= atOnce && queue.length >= waiting ? null : run(work);
}
