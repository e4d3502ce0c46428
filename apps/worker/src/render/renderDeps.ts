import type { Ctx } from '@pinpaint/actions';
import type { Log } from '@pinpaint/config';
import type { FilmMaker, NoteReader } from '@pinpaint/engines';
import type { PixelThreads } from '@pinpaint/pictures';
import type { LocalFile } from '@pinpaint/storage';
import type { StepRunner } from './steps/StepRunner.ts';

/** What every job of the renderer is given. */
export type RenderDeps = {
  readonly ctx: Ctx;
  /** For files under way; on the disk of the blobs, so that a large picture finds the room it will need anyway. */
  readonly scratchDir: string;
  /** No blob the renderer makes is larger: 500 megapixels of 4 × 16 bits. */
  readonly maxBytes: number;
  readonly log: Log;
  /** All pixel work is theirs: this thread keeps leases, answers and database going. */
  readonly pixels: PixelThreads;
  /** What takes minutes: refining, upscaling, animating. */
  readonly steps: Pick<StepRunner, 'run'>;
  /** Reads notes; null: only their words are looked at. */
  readonly reader: NoteReader | null;
  /** Makes films; null: nobody does. */
  readonly films: FilmMaker | null;
};

/** A blob that the database says is there. */
export async function fileOf({ ctx }: RenderDeps, digest: string): Promise<LocalFile> {
  const file = await ctx.blobs.localFile(digest);
  if (!file) throw new Error(`Blob ${digest} is missing`);
  return file;
}

/** Stores a file the renderer made. */
export async function keepFile({ ctx, maxBytes }: RenderDeps, path: string, mediaType: string) {
  const stored = await ctx.blobs.putFile(path, { maxBytes });
  if (!stored.ok) throw new Error(stored.error.code);
  return { ...stored.value, mediaType };
}

/** As `keepFile`, with bytes in hand. */
export async function keepBytes({ ctx, maxBytes }: RenderDeps, bytes: Uint8Array, mediaType: string) {
  const stored = await ctx.blobs.put(bytes, { maxBytes });
  if (!stored.ok) throw new Error(stored.error.code);
  return { ...stored.value, mediaType };
}

/** A stored file for as long as `use` takes. */
export async function withFile<T>(
  deps: RenderDeps,
  digest: string,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const file = await fileOf(deps, digest);
  try {
    return await use(file.path);
  } finally {
    await file.release();
  }
}

/** A blob that the database says is there, in memory. */
export async function readStored({ ctx }: RenderDeps, digest: string): Promise<Uint8Array> {
  const bytes = await ctx.blobs.read(digest);
  if (!bytes) throw new Error(`Blob ${digest} is missing`);
  return bytes;
}
