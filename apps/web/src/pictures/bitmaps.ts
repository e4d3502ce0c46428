import type { Api } from '../data/api.ts';
import { sessionApi } from '../data/api.ts';

/** Pictures and tiles as they were fetched, by path. What was used least lately goes when there are too many. */
export type Bitmaps = {
  /** The bitmap if it is here; if not, it is fetched, and those who follow are told when it has come. */
  want(path: string): ImageBitmap | null;
  /** Only if it is here. */
  peek(path: string): ImageBitmap | null;
  /** @returns what ends it */
  follow(told: () => void): () => void;
};

const mostBytes = 384 * 2 ** 20;
/** A picture that could not be fetched is asked for again when it is wanted after this. */
const tryAgainMs = 3_000;

export const bitmaps: Bitmaps = openBitmaps(sessionApi);

function openBitmaps(api: Pick<Api, 'url'>): Bitmaps {
  const kept = new Map<string, ImageBitmap>();
  const asked = new Map<string, number>();
  const followers = new Set<() => void>();
  let bytes = 0;

  const peek = (path: string) => {
    const bitmap = kept.get(path) ?? null;
    if (bitmap) kept.delete(path) && kept.set(path, bitmap);
    return bitmap;
  };
  const keep = (path: string, bitmap: ImageBitmap) => {
    kept.set(path, bitmap);
    bytes += bytesOf(bitmap);
    for (const [oldest, old] of kept) {
      if (bytes <= mostBytes || oldest === path) break;
      kept.delete(oldest);
      bytes -= bytesOf(old);
      old.close();
    }
  };
  const ask = async (path: string) => {
    asked.set(path, Date.now());
    try {
      const answer = await fetch(api.url(path));
      if (!answer.ok) return;
      keep(path, await createImageBitmap(await answer.blob(), asStored));
      asked.delete(path);
      for (const told of followers) told();
    } catch {
      // Offline, or no picture: whoever draws next asks again.
    }
  };
  return {
    peek,
    want(path) {
      const bitmap = peek(path);
      const isAsked = Date.now() - (asked.get(path) ?? 0) < tryAgainMs;
      if (!bitmap && !isAsked) void ask(path);
      return bitmap;
    },
    follow(told) {
      followers.add(told);
      return () => void followers.delete(told);
    },
  };
}

/** The samples as they came: a difference must not be one of colour management. */
const asStored = { colorSpaceConversion: 'none', premultiplyAlpha: 'default' } as const;

function bytesOf({ width, height }: ImageBitmap): number {
  return width * height * 4;
}
