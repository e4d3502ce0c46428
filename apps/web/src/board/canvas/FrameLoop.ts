import type { BoardStore } from '../state/boardStore.ts';

/** What is placed by the view. It is told of each picture of the screen that differs from the one before. */
export type Placed = () => void;

declare global {
  interface Window {
    /** Milliseconds of script of each drawn picture, the newest last; only where the address says `?measure`. */
    pinpaintFrames?: number[];
  }
}

const mostMeasured = 5_000;

/** Draws when something has changed and never else, all parts in one animation frame, outside of React. */
export class FrameLoop {
  readonly #parts = new Set<Placed>();
  #asked = 0;

  constructor(store: BoardStore) {
    if (typeof window !== 'undefined' && new URLSearchParams(location.search).has('measure')) {
      window.pinpaintFrames = [];
    }
    store.subscribe((now, before) => {
      const same =
        now.camera === before.camera &&
        now.places === before.places &&
        now.bounds === before.bounds &&
        now.view === before.view &&
        now.peers === before.peers;
      if (!same) this.ask();
    });
  }

  /** @returns what takes it out again */
  add(part: Placed): () => void {
    this.#parts.add(part);
    this.ask();
    return () => this.#parts.delete(part);
  }

  ask(): void {
    if (this.#asked === 0) this.#asked = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    this.#asked = 0;
    const startedAt = performance.now();
    for (const part of this.#parts) part();
    const measured = window.pinpaintFrames;
    if (!measured) return;
    measured.push(performance.now() - startedAt);
    performance.measure('board frame', { start: startedAt });
    if (measured.length > mostMeasured) measured.shift();
  }
}
