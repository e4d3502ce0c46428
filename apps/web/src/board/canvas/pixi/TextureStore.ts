import { Texture } from 'pixi.js';
import { type LoadedPicture, loadPicture } from './loadPicture.ts';

/** A picture on the graphics card; `rect` is where it lies in frame space, when it says so itself. */
export type Held = { readonly texture: Texture; readonly rect: LoadedPicture['rect'] };

type Entry = {
  readonly abort: AbortController;
  held: Held | null;
  bytes: number;
  /** By the number of the drawing that wanted it last. */
  wantedAt: number;
  urgency: number;
  isLoading: boolean;
  /** Has been drawn, so is on the graphics card. */
  isThere: boolean;
  failedAt: number | null;
};

const atOnce = 6;
const mostBrought = 1;
/** What a thumbnail has at most, but for a square one; these cost next to nothing, and are what is seen first. */
const smallBytes = 800_000;
/** A refusal is mostly "not ready yet"; news may come earlier, and it is asked for again then. */
const againAfterMs = 4_000;

/**
 * Pictures by their address: loaded in the order of their urgency, dropped on the way when nobody wants them
 * any more, and forgotten by who was looked at longest ago.
 */
export class TextureStore {
  readonly #entries = new Map<string, Entry>();
  readonly #onLoaded: () => void;
  readonly #mostBytes: number;
  #drawing = 0;
  #loading = 0;
  #bytes = 0;
  #brought = 0;

  constructor(onLoaded: () => void, mostBytes = 384 * 1024 * 1024) {
    this.#onLoaded = onLoaded;
    this.#mostBytes = mostBytes;
  }

  begin(): void {
    this.#drawing += 1;
    this.#brought = 0;
  }

  /** @param urgency 0 is what is looked at; more can wait. */
  want(url: string, urgency: number): Held | null {
    const entry = this.#entries.get(url) ?? this.#enter(url);
    if (entry.wantedAt !== this.#drawing || urgency < entry.urgency) entry.urgency = urgency;
    entry.wantedAt = this.#drawing;
    const wasThere = entry.isThere;
    const held = this.#bring(entry);
    if (window.pinpaintFrames && entry.isThere && !wasThere)
      performance.mark('board picture', { detail: url });
    return held;
  }

  /** What is there, without asking for it. */
  peek(url: string): Held | null {
    const entry = this.#entries.get(url);
    if (!entry?.held) return null;
    entry.wantedAt = this.#drawing;
    return this.#bring(entry);
  }

  /** After everything has said what it wants. */
  end(): void {
    for (const [url, entry] of this.#entries) {
      if (entry.held || entry.wantedAt === this.#drawing) continue;
      entry.abort.abort();
      this.#entries.delete(url);
    }
    this.#loadNext();
    this.#forget();
  }

  close(): void {
    for (const { abort, held } of this.#entries.values()) {
      abort.abort();
      held?.texture.destroy(true);
    }
    this.#entries.clear();
  }

  /** Each costs a millisecond or more on its way to the card, and a picture of the screen has few. */
  #bring(entry: Entry): Held | null {
    if (!entry.held || entry.isThere) return entry.held;
    if (entry.bytes <= smallBytes) {
      entry.isThere = true;
      return entry.held;
    }
    if (this.#brought >= mostBrought) {
      if (this.#brought === mostBrought) this.#onLoaded();
      this.#brought += 1;
      return null;
    }
    this.#brought += 1;
    entry.isThere = true;
    return entry.held;
  }

  #enter(url: string): Entry {
    const entry: Entry = {
      abort: new AbortController(),
      held: null,
      bytes: 0,
      wantedAt: 0,
      urgency: 0,
      isLoading: false,
      isThere: false,
      failedAt: null,
    };
    this.#entries.set(url, entry);
    return entry;
  }

  #loadNext(): void {
    if (this.#loading >= atOnce) return;
    const waiting = [...this.#entries].filter(([, entry]) => isWaiting(entry));
    waiting.sort(([, a], [, b]) => a.urgency - b.urgency);
    for (const [url, entry] of waiting.slice(0, atOnce - this.#loading)) void this.#load(url, entry);
  }

  async #load(url: string, entry: Entry): Promise<void> {
    this.#loading += 1;
    entry.isLoading = true;
    try {
      const { bitmap, rect } = await loadPicture(url, entry.abort.signal);
      if (entry.abort.signal.aborted) return;
      entry.held = { texture: textureOf(bitmap, { shrinks: rect !== null }), rect };
      entry.bytes = bitmap.width * bitmap.height * 4;
      this.#bytes += entry.bytes;
    } catch {
      entry.failedAt = performance.now();
      setTimeout(this.#onLoaded, againAfterMs);
    } finally {
      entry.isLoading = false;
      this.#loading -= 1;
      this.#onLoaded();
    }
  }

  #forget(): void {
    if (this.#bytes <= this.#mostBytes) return;
    const unwanted = [...this.#entries].filter(([, { held, wantedAt }]) => held && wantedAt < this.#drawing);
    unwanted.sort(([, a], [, b]) => a.wantedAt - b.wantedAt);
    for (const [url, { held, bytes }] of unwanted) {
      if (this.#bytes <= this.#mostBytes) return;
      held?.texture.destroy(true);
      this.#bytes -= bytes;
      this.#entries.delete(url);
    }
  }
}

function isWaiting({ held, isLoading, failedAt }: Entry): boolean {
  if (held || isLoading) return false;
  return failedAt === null || performance.now() - failedAt >= againAfterMs;
}

/** @param shrinks it has no smaller one beside it, as tiles have, and would flicker where it is seen from afar */
export function textureOf(bitmap: ImageBitmap, { shrinks = false } = {}): Texture {
  const options = {
    alphaMode: 'premultiplied-alpha',
    scaleMode: 'linear',
    autoGenerateMipmaps: shrinks,
  } as const;
  return Texture.from({ resource: bitmap, ...options }, true);
}
