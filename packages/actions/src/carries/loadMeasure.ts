import type { Db } from '@pinpaint/db';
import type { EditId, FrameId, Homography, PixelRect, StudioId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { type EditAt, findEditRow } from '../edits/findEdit.ts';
import type { PreparedPlanes } from '../edits/savePreparation.ts';
import type { PlacedLayer } from '../versions/contentOf.ts';
import type { FoundPlace } from './toCarry.ts';

/** A frame as an edit found it, and what the edit laid over it, by the names of blobs. */
export type MadeThere = {
  readonly masterBlob: string;
  readonly bounds: PixelRect;
  readonly layers: readonly PlacedLayer[];
  readonly candidate: {
    readonly id: string;
    readonly rect: PixelRect;
    readonly patchBlob: string;
    readonly alphaBlob: string;
  };
};

export type Measure = {
  readonly studioId: StudioId;
  readonly sourceId: EditId;
  readonly edit: EditAt;
  readonly frameId: FrameId;
  readonly matrix: Homography;
  readonly source: MadeThere;
  readonly target: MadeThere;
};

/** @returns null when there is nothing to compare: one of the two has no candidate any more */
export async function loadMeasure(
  { db }: Pick<Ctx, 'db'>,
  { studioId, editId }: { readonly studioId: StudioId; readonly editId: EditId },
): Promise<Measure | null> {
  const edit = await findEditRow(db, studioId, editId);
  const from = edit?.carriedFromId ? await findEditRow(db, studioId, edit.carriedFromId) : null;
  if (!edit || !from) return null;
  const [source, target, finding] = await Promise.all([
    madeBy(db, from),
    madeBy(db, edit),
    db.finding.findFirst({
      where: { studioId, frameId: edit.frameId, state: 'found', carry: { editId: from.id } },
      orderBy: { carryId: 'desc' },
    }),
  ]);
  if (!source || !target || !finding?.place) return null;
  const { matrix } = finding.place as unknown as FoundPlace;
  const frameId = edit.frameId as FrameId;
  return { studioId, sourceId: from.id as EditId, edit, frameId, matrix, source, target };
}

/** The candidate that was taken, else the one that ranks first. */
async function madeBy(db: Db, edit: EditAt): Promise<MadeThere | null> {
  const candidates = await db.candidate.findMany({
    where: { editId: edit.id, state: { not: 'discarded' } },
    orderBy: { rank: 'asc' },
  });
  const candidate = candidates.find(({ state }) => state === 'accepted') ?? candidates[0];
  const { masterBlob } = edit.frame;
  if (!candidate || !masterBlob || !edit.planes || !edit.bounds) return null;
  const { id, patchBlob, alphaBlob } = candidate;
  return {
    masterBlob,
    bounds: edit.bounds as PixelRect,
    layers: (edit.planes as unknown as PreparedPlanes).layers,
    candidate: { id, rect: candidate.rect as PixelRect, patchBlob, alphaBlob },
  };
}
