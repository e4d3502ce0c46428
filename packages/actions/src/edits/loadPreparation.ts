import type { EditId, Intent, PixelRect, Region, StudioId } from '@pinpaint/domain';
import { boundsOfRegion, intersectRects } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { lockRegions } from '../masks/permittedOf.ts';
import { layersOf, type PlacedLayer } from '../versions/contentOf.ts';
import { artworkOf, type LaidArtwork } from './artworkOf.ts';
import { type EditAt, findEditRow } from './findEdit.ts';

/** All that making an edit's crop needs, by the names of blobs. */
export type Preparation = {
  readonly edit: EditAt;
  readonly intent: Intent;
  readonly region: Region;
  readonly bounds: PixelRect;
  /** What has pixels already. */
  readonly existing: PixelRect;
  readonly reference: ShownReference | null;
  readonly artwork: LaidArtwork | null;
  readonly masterBlob: string;
  readonly locks: readonly Region[];
  /** Visible ones of the base version, lowest first. */
  readonly layers: readonly PlacedLayer[];
};

/** What a match is shown: a region of the frame and the rectangle that holds it, or a picture's blob. */
type ShownReference =
  | { readonly kind: 'region'; readonly region: Region; readonly rect: PixelRect }
  | { readonly kind: 'picture'; readonly digest: string };

/** @returns null when there is nothing to prepare: another run has done it, or the edit has ended. */
export async function loadPreparation(
  ctx: Pick<Ctx, 'db'>,
  { studioId, editId }: { readonly studioId: StudioId; readonly editId: EditId },
): Promise<Preparation | null> {
  const edit = await findEditRow(ctx.db, studioId, editId);
  if (edit?.state !== 'queued' || edit.preparedAt || !edit.frame.masterBlob || !edit.baseVersionId)
    return null;
  const [locks, layers, version] = await Promise.all([
    lockRegions(ctx.db, edit.frameId),
    layersOf(ctx.db, edit.baseVersionId),
    ctx.db.version.findUniqueOrThrow({ where: { id: edit.baseVersionId }, select: { bounds: true } }),
  ]);
  const intent = edit.intent as unknown as Intent;
  return {
    edit,
    intent,
    reference: referenceOf(intent, version.bounds as PixelRect),
    artwork: artworkOf(intent),
    region: edit.region as Region,
    bounds: edit.bounds as PixelRect,
    existing: version.bounds as PixelRect,
    masterBlob: edit.frame.masterBlob,
    locks,
    layers: layers.filter(({ visible, opacity }) => visible && opacity > 0),
  };
}

function referenceOf({ wish }: Intent, existing: PixelRect): Preparation['reference'] {
  if (wish?.kind !== 'match') return null;
  if (wish.picture) return { kind: 'picture', digest: wish.picture.digest };
  const bounds = wish.at && boundsOfRegion(wish.at);
  const rect = bounds && intersectRects(bounds, existing);
  return wish.at && rect ? { kind: 'region', region: wish.at, rect } : null;
}

/** Of the layers, those that lie under a crop. */
export function layersUnder(layers: readonly PlacedLayer[], crop: PixelRect): readonly PlacedLayer[] {
  return layers.filter(({ rect }) => intersectRects(rect, crop));
}
