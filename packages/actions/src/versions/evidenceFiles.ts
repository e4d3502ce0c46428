import type { PixelRect } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import type { VersionEvidence } from './evidenceOf.ts';

/** A blob as a file on this machine; `path` is null when the store does not have it. */
type BlobFile = { readonly name: string; readonly digest: string; readonly path: string | null };

/** A version's evidence as files. `name` is for people. */
export type OpenedEvidence = {
  readonly bounds: PixelRect;
  readonly masterPath: string | null;
  readonly resultPath: string | null;
  /** Visible ones, lowest first. */
  readonly layers: readonly {
    readonly place: number;
    readonly rect: PixelRect;
    readonly opacity: number;
    readonly patch: BlobFile;
    readonly alpha: BlobFile;
  }[];
  readonly permitted: readonly { readonly rect: PixelRect; readonly file: BlobFile }[];
  readonly locks: readonly (VersionEvidence['planes']['locks'][number] & {
    readonly mask: BlobFile | null;
  })[];
};

/** Holds all of a version's blobs as files while `use` runs. */
export async function withEvidenceFiles<T>(
  { blobs }: Pick<Ctx, 'blobs'>,
  { version, masterBlob, layers, planes }: VersionEvidence,
  use: (files: OpenedEvidence) => Promise<T>,
): Promise<T> {
  const held: { release(): Promise<void> }[] = [];
  const pathOf = async (digest: string) => {
    const file = await blobs.localFile(digest);
    if (file) held.push(file);
    return file?.path ?? null;
  };
  const fileOf = async (name: string, digest: string) => ({ name, digest, path: await pathOf(digest) });
  try {
    const opened: Mutable<Pick<OpenedEvidence, 'layers' | 'permitted' | 'locks'>> = {
      layers: [],
      permitted: [],
      locks: [],
    };
    for (const [place, { visible, rect, opacity, patchDigest, alphaDigest }] of layers.entries()) {
      if (!visible) continue;
      const patch = await fileOf(`layer ${place + 1}’s patch`, patchDigest);
      const alpha = await fileOf(`layer ${place + 1}’s alpha`, alphaDigest);
      opened.layers.push({ place, rect, opacity, patch, alpha });
    }
    for (const [n, { digest, rect }] of planes.permitted.entries()) {
      opened.permitted.push({ rect, file: await fileOf(`permitted alpha ${n + 1}`, digest) });
    }
    for (const [n, lock] of planes.locks.entries()) {
      const { region } = lock;
      const mask = region.kind === 'raster' ? await fileOf(`lock ${n + 1}’s mask`, region.mask) : null;
      opened.locks.push({ ...lock, mask });
    }
    const masterPath = await pathOf(masterBlob);
    const resultPath = version.resultBlob && (await pathOf(version.resultBlob));
    return await use({ bounds: version.bounds, masterPath, resultPath, ...opened });
  } finally {
    for (const file of held) await file.release();
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };
