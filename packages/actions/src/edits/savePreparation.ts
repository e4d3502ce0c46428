import { workChannel } from '@pinpaint/db';
import type { PixelRect, PixelSize, StudioId } from '@pinpaint/domain';
import { type KeptBlob, keepBlobs } from '../blobs/keepBlobs.ts';
import type { Ctx } from '../ctx.ts';
import { locksDigest } from '../masks/permittedOf.ts';
import { digestUnder, type PlacedLayer } from '../versions/contentOf.ts';
import { layersUnder, type Preparation } from './loadPreparation.ts';

export type MadeCrop = {
  readonly permittedRect: PixelRect;
  /** The permitted alpha as people see it: an 8-bit grey PNG. */
  readonly permitted: KeptBlob;
  readonly cropRect: PixelRect;
  /** What the engine gets, in its own size. */
  readonly cropSize: PixelSize;
  readonly depth: 8 | 16;
  /** The parcel with the engine's planes. */
  readonly request: KeptBlob;
};

/** What `Edit.planes` holds: what the engine gets, and what it was cut from. */
export type PreparedPlanes = {
  readonly request: string;
  readonly size: PixelSize;
  readonly depth: 8 | 16;
  /** Of the base, as they lay when the crop was cut; lowest first. */
  readonly layers: readonly PlacedLayer[];
};

/** From here on engine workers may claim the edit. Done twice, it changes nothing. */
export async function savePreparation(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { edit, existing, layers, locks }: Preparation,
  made: MadeCrop,
): Promise<void> {
  const { masterDigest, profileBlob, studioId } = edit.frame;
  const under = layersUnder(layers, made.cropRect);
  const planes: PreparedPlanes = {
    request: made.request.digest,
    size: made.cropSize,
    depth: made.depth,
    layers: under,
  };
  const rows = { masterDigest: masterDigest ?? '', profileBlob, bounds: existing, layers };
  // No move and no event, so the ledger's head stays free for others.
  await db.$transaction(async (tx) => {
    await tx.edit.updateMany({
      where: { id: edit.id, studioId, state: 'queued', preparedAt: null },
      data: {
        permittedRect: made.permittedRect,
        permittedBlob: made.permitted.digest,
        cropRect: made.cropRect,
        locksDigest: locksDigest(locks),
        baseDigest: digestUnder(made.cropRect, rows),
        planes,
        preparedAt: now(),
      },
    });
    await keepBlobs(tx, edit.frame.studioId as StudioId, [made.permitted, made.request]);
    await tx.$executeRaw`SELECT pg_notify(${workChannel}, ${edit.id})`;
  });
}
