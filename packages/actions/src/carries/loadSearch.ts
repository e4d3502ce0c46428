import type { Db } from '@pinpaint/db';
import type { CarryId, FrameId, Homography, Intent, PixelRect, Region, StudioId } from '@pinpaint/domain';
import { boundsOfRegion, identity, intersectRects } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { type EditAt, findEditRow } from '../edits/findEdit.ts';
import { regionText } from '../locks/createLock.ts';
import { layersOf, type PlacedLayer } from '../versions/contentOf.ts';
import { newestVersion } from '../versions/newestVersion.ts';
import { carriedEdits, stands } from './carriedEdits.ts';
import type { CarriedLock } from './toCarry.ts';

/** A frame as it is to be looked at, by the names of blobs. */
export type SearchedFrame = {
  readonly masterBlob: string;
  readonly bounds: PixelRect;
  /** Visible ones, lowest first. */
  readonly layers: readonly PlacedLayer[];
};

/** All that looking for a region in one frame needs. */
export type Search = {
  readonly carryId: CarryId;
  readonly frameId: FrameId;
  readonly studioId: StudioId;
  readonly edit: EditAt;
  readonly intent: Intent;
  readonly region: Region;
  readonly source: SearchedFrame;
  readonly target: (SearchedFrame & { readonly versionId: string }) | null;
  /** Where both frames have one master, everything lies where it lay. */
  readonly known: Homography | null;
  /** What is locked about the region, which goes along. */
  readonly locks: readonly CarriedLock[];
  /** Somebody has carried it there before. */
  readonly isThere: boolean;
};

type Place = { readonly studioId: StudioId; readonly carryId: CarryId; readonly frameId: FrameId };

/** @returns null when there is nothing to look for: another run has done it */
export async function loadSearch({ db }: Pick<Ctx, 'db'>, place: Place): Promise<Search | null> {
  const { studioId, carryId, frameId } = place;
  const finding = await db.finding.findFirst({
    where: { studioId, carryId, frameId, state: 'searching' },
    include: { carry: { select: { editId: true } }, frame: true },
  });
  const edit = finding && (await findEditRow(db, studioId, finding.carry.editId));
  const baseVersionId = edit?.baseVersionId;
  if (!finding || !edit?.frame.masterBlob || !baseVersionId) return null;
  const [base, version, carried] = await Promise.all([
    db.version.findUniqueOrThrow({ where: { id: baseVersionId }, select: { bounds: true } }),
    newestVersion(db, frameId),
    carriedEdits(db, { studioId, editId: edit.id }),
  ]);
  const { masterBlob, masterDigest } = finding.frame;
  const made = carried.get(frameId);
  return {
    ...place,
    edit,
    intent: edit.intent as unknown as Intent,
    region: edit.region as Region,
    source: {
      masterBlob: edit.frame.masterBlob,
      bounds: base.bounds as PixelRect,
      layers: shown(await layersOf(db, baseVersionId)),
    },
    target:
      version && masterBlob
        ? {
            masterBlob,
            versionId: version.id,
            bounds: version.bounds,
            layers: shown(await layersOf(db, version.id)),
          }
        : null,
    known: masterDigest === edit.frame.masterDigest ? identity : null,
    locks: await locksAbout(db, edit),
    isThere: made !== undefined && stands(made.state),
  };
}

/** Those that the edit had to leave alone; none that lies elsewhere in the frame. */
async function locksAbout(db: Db, { frameId, region }: EditAt): Promise<readonly CarriedLock[]> {
  const locks = await db.lock.findMany({ where: { frameId, removedAt: null }, orderBy: { id: 'asc' } });
  const reach = boundsOfRegion(region as Region);
  // Set twice, it is one.
  const all = new Map(locks.map((lock) => [regionText(lock.region as Region), lock]));
  return [...all.values()]
    .map((lock) => ({ name: lock.name, region: lock.region as Region }))
    .filter((lock) => {
      const bounds = boundsOfRegion(lock.region);
      return !reach || (bounds && intersectRects(reach, bounds));
    });
}

function shown(layers: readonly PlacedLayer[]): readonly PlacedLayer[] {
  return layers.filter(({ visible, opacity }) => visible && opacity > 0);
}
