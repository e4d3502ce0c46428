import { sessionApi } from '../../../data/api.ts';
import type { TileGrid } from '../../../data/types.ts';

const againAfterMs = 4_000;

/** The grids of pictures, asked for once each. */
export class GridStore {
  readonly #grids = new Map<string, TileGrid | 'asked'>();
  readonly #onLoaded: () => void;

  constructor(onLoaded: () => void) {
    this.#onLoaded = onLoaded;
  }

  get(path: string): TileGrid | null {
    const grid = this.#grids.get(path);
    if (grid === undefined) void this.#ask(path);
    return grid === undefined || grid === 'asked' ? null : grid;
  }

  async #ask(path: string): Promise<void> {
    this.#grids.set(path, 'asked');
    try {
      this.#grids.set(path, await sessionApi.get<TileGrid>(`${path}/tiles`));
    } catch {
      setTimeout(() => {
        this.#grids.delete(path);
        this.#onLoaded();
      }, againAfterMs);
    }
    this.#onLoaded();
  }
}
