/** How many of something each reader keeps open here. */
export type OpenCount = {
  /** @returns what to call when it is closed (twice does no harm); null: the reader has as many as one may. */
  enter(readerId: string): (() => void) | null;
};

/** Screens that somebody really has open, and a few that a proxy has not yet given up. */
export const openAtMost = 20;

/** Bounds what one person or guest keeps open in this process: each asks for their rights every few seconds. */
export function countOpen(): OpenCount {
  const open = new Map<string, Set<symbol>>();
  return {
    enter(readerId) {
      const theirs = open.get(readerId) ?? new Set();
      if (theirs.size >= openAtMost) return null;
      const one = Symbol(readerId);
      open.set(readerId, theirs.add(one));
      return () => {
        theirs.delete(one);
        if (theirs.size === 0 && open.get(readerId) === theirs) open.delete(readerId);
      };
    },
  };
}
