'use client';

import { useEffect, useRef, useState } from 'react';

export type Later = {
  /** What will happen in a moment, unless it is undone. */
  readonly pending: ReadonlySet<string>;
  readonly begin: (id: string, run: () => void) => void;
  readonly undo: (id: string) => void;
};

/** Long enough to see what one has done, and to reach for Undo. */
const waitMs = 8_000;

/**
 * Undo for what the server can't take back: it is told after a moment only. Whoever goes elsewhere before
 * has not undone it, so it happens then.
 */
export function useLater(): Later {
  const waiting = useRef(
    new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly run: () => void }>(),
  );
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const all = waiting.current;
    const runAll = () => {
      for (const { timer, run } of all.values()) {
        clearTimeout(timer);
        run();
      }
      all.clear();
    };
    addEventListener('pagehide', runAll);
    return () => {
      removeEventListener('pagehide', runAll);
      runAll();
    };
  }, []);
  const end = (id: string) => {
    const found = waiting.current.get(id);
    clearTimeout(found?.timer);
    waiting.current.delete(id);
    setPending(new Set(waiting.current.keys()));
    return found;
  };
  return {
    pending,
    begin(id, run) {
      const timer = setTimeout(() => end(id)?.run(), waitMs);
      waiting.current.set(id, { timer, run });
      setPending(new Set(waiting.current.keys()));
    },
    undo: (id) => void end(id),
  };
}
