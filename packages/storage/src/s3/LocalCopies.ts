import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalFile } from '../blobStore.ts';

/** Writes a blob to `path`; null when there is none. */
export type Fetch = (path: string) => Promise<{ readonly bytes: number } | null>;

type Copy = { readonly path: string; readonly isThere: Promise<boolean>; users: number; bytes: number };

/**
 * Blobs on this machine's disk for as long as somebody reads them, and after that while there is room: the tiles of one
 * picture are asked for by the hundred. Any number of readers share one copy and one fetching.
 */
export class LocalCopies {
  readonly #folder: string;
  readonly #keepBytes: number;
  /** The one that was used longest ago first. */
  readonly #copies = new Map<string, Copy>();
  #bytes = 0;

  /** @param keepBytes what may lie there unused */
  constructor(folder: string, keepBytes: number) {
    this.#folder = folder;
    this.#keepBytes = keepBytes;
  }

  async take(digest: string, fetch: Fetch): Promise<LocalFile | null> {
    const copy = this.#copies.get(digest) ?? this.#begin(fetch);
    copy.users += 1;
    this.#copies.delete(digest);
    this.#copies.set(digest, copy);
    try {
      if (await copy.isThere) return { path: copy.path, release: this.#releaseOnce(copy) };
    } catch (error) {
      this.#drop(digest, copy);
      throw error;
    }
    this.#drop(digest, copy);
    return null;
  }

  /** Not while somebody reads it. */
  async forget(digest: string): Promise<void> {
    const copy = this.#copies.get(digest);
    if (copy && copy.users === 0) await this.#remove(digest, copy);
  }

  #begin(fetch: Fetch): Copy {
    const path = join(this.#folder, randomUUID());
    const fetched = fetch(path).catch(async (error: unknown) => {
      await rm(path, { force: true });
      throw error;
    });
    const isThere = fetched.then((written) => {
      copy.bytes = written?.bytes ?? 0;
      this.#bytes += copy.bytes;
      return written !== null;
    });
    const copy: Copy = { path, isThere, users: 0, bytes: 0 };
    return copy;
  }

  #releaseOnce(copy: Copy): () => Promise<void> {
    let isReleased = false;
    return async () => {
      if (isReleased) return;
      isReleased = true;
      copy.users -= 1;
      await this.#makeRoom();
    };
  }

  async #makeRoom(): Promise<void> {
    for (const [digest, copy] of this.#copies) {
      if (this.#bytes <= this.#keepBytes) return;
      if (copy.users === 0) await this.#remove(digest, copy);
    }
  }

  async #remove(digest: string, copy: Copy): Promise<void> {
    this.#copies.delete(digest);
    this.#bytes -= copy.bytes;
    await rm(copy.path, { force: true });
  }

  /** One that was never there; another may have begun anew in its place. */
  #drop(digest: string, copy: Copy): void {
    if (this.#copies.get(digest) === copy) this.#copies.delete(digest);
  }
}
