import type { EditId, Intent, PixelRect, Region, StudioId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { lockRegions } from '../masks/permittedOf.ts';
import type { KeptAnswer } from '../workers/answerEdit.ts';
import { artworkOf, type LaidArtwork } from './artworkOf.ts';
import { type EditAt, findEditRow } from './findEdit.ts';
import type { PreparedPlanes } from './savePreparation.ts';

/** All that judging an engine's answer needs, by the names of blobs. */
export type Publication = {
  readonly edit: EditAt;
  readonly intent: Intent;
  /** What had pixels when the crop was cut. */
  readonly existing: PixelRect;
  readonly cropRect: PixelRect;
  readonly planes: PreparedPlanes;
  readonly answerBlob: string;
  readonly masterBlob: string;
  /** As they are now: one that was set during the run is in the proof. */
  readonly locks: readonly Region[];
  readonly artwork: LaidArtwork | null;
};

/** @returns null when there is nothing to publish: another run has done it, or the edit has ended. */
export async function loadPublication(
  ctx: Pick<Ctx, 'db'>,
  { studioId, editId }: { readonly studioId: StudioId; readonly editId: EditId },
): Promise<Publication | null> {
  const edit = await findEditRow(ctx.db, studioId, editId);
  if (edit?.state !== 'running' || !edit.answer || !edit.frame.masterBlob || !edit.baseVersionId) return null;
  const [locks, version] = await Promise.all([
    lockRegions(ctx.db, edit.frameId),
    ctx.db.version.findUniqueOrThrow({ where: { id: edit.baseVersionId }, select: { bounds: true } }),
  ]);
  const intent = edit.intent as unknown as Intent;
  return {
    edit,
    intent,
    existing: version.bounds as PixelRect,
    cropRect: edit.cropRect as PixelRect,
    planes: edit.planes as unknown as PreparedPlanes,
    answerBlob: (edit.answer as KeptAnswer).parcel,
    masterBlob: edit.frame.masterBlob,
    locks,
    artwork: artworkOf(intent),
  };
}
