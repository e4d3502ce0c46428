/** How many of something each reader keeps open here. */
export type OpenCount = {
  /**
   * @param what the same thing counts once, however often it is entered; a thing of its own unless said
   * @returns what to call when it is closed (twice does no harm); null: the reader has as many as one may.
   */
  enter(readerId: string, what?: unknown): (() => void) | null;
};

/** Screens that somebody really has open, and a few that a proxy has not yet given up. */
export const openAtMost = 20;

/** Bounds what one person, guest or studio keeps open in this process: each screen asks for its rights now and then. */
export function countOpen(atMost: number = openAtMost): OpenCount {
  const open = new Map<string, Map<unknown, number>>();
  return {
    enter(readerId, what = Symbol(readerId)) {
      const theirs = open.get(readerId) ?? new Map<unknown, number>();
      const times = theirs.get(what) ?? 0;
      if (times === 0 && theirs.size >= atMost) return null;
      open.set(readerId, theirs.set(what, times + 1));
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        const left = (theirs.get(what) ?? 0) - 1;
        if (left > 0) theirs.set(what, left);
        else theirs.delete(what);
        if (theirs.size === 0 && open.get(readerId) === theirs) open.delete(readerId);
      };
    },
  };
}
