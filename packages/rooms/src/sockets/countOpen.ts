import { OpenCount } from './OpenCount.ts';

/** How many screens each reader keeps open here. */
export type OpenScreens = {
  /** @returns what to call when it is closed (twice does no harm); null: the reader has as many as one may. */
  enter(readerId: string): (() => void) | null;
};

/** Screens that somebody really has open, and a few that a proxy has not yet given up. */
export const openAtMost = 20;

/** Bounds what one person or guest keeps open in this process: each screen asks for its rights now and then. */
export function countOpen(atMost: number = openAtMost): OpenScreens {
  const open = new OpenCount(atMost);
  return {
    enter(readerId) {
      if (!open.enter(readerId)) return null;
      let isOpen = true;
      return () => {
        if (isOpen) open.leave(readerId);
        isOpen = false;
      };
    },
  };
}
