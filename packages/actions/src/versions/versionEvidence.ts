import type { Db } from '@pinpaint/db';
import type { PixelRect, Region, StudioId, VersionId } from '@pinpaint/domain';
import { layersOf, type PlacedLayer } from './contentOf.ts';
import { findVersionRow, type VersionAt } from './findVersion.ts';

/** All that a version's pixels and its proof follow from, by the names of blobs. */
export type VersionEvidence = {
  readonly version: VersionAt;
  readonly masterBlob: string;
  readonly masterDigest: string;
  /** Visible and hidden ones, lowest first. */
  readonly layers: readonly PlacedLayer[];
  /** What each layer's edit was allowed to change. */
  readonly permitted: readonly { readonly blob: string; readonly rect: PixelRect }[];
  readonly locks: readonly LockEvidence[];
};

/**
 * A lock that was in force when the version was submitted. It speaks of the layers made since it was set:
 * what lay there before was allowed, and nobody asked to have it back.
 */
export type LockEvidence = { readonly region: Region; readonly layerIds: readonly string[] };

/** Null when there is no such version, or no master yet. */
export async function versionEvidence(
  db: Db,
  studioId: StudioId,
  versionId: VersionId,
): Promise<VersionEvidence | null> {
  const version = await findVersionRow(db, studioId, versionId);
  const { masterBlob, masterDigest } = version?.frame ?? {};
  if (!version || !masterBlob || !masterDigest) return null;
  const layers = await layersOf(db, versionId);
  const edits = await db.edit.findMany({
    where: { studioId, candidates: { some: { id: { in: layers.map(({ candidateId }) => candidateId) } } } },
    select: { permittedBlob: true, permittedRect: true },
  });
  return {
    version,
    masterBlob,
    masterDigest,
    layers,
    permitted: edits.flatMap(({ permittedBlob, permittedRect }) =>
      permittedBlob ? [{ blob: permittedBlob, rect: permittedRect as PixelRect }] : [],
    ),
    locks: await lockEvidence(db, version),
  };
}

async function lockEvidence(db: Db, version: VersionAt): Promise<readonly LockEvidence[]> {
  const at = version.submittedAt ?? new Date();
  const { id: versionId, frameId } = version;
  const locks = await db.lock.findMany({
    where: { frameId, createdAt: { lte: at }, OR: [{ removedAt: null }, { removedAt: { gt: at } }] },
  });
  const placed = await db.versionLayer.findMany({
    where: { versionId, visible: true },
    select: { layer: { select: { id: true, createdAt: true } } },
  });
  return locks.map((lock) => ({
    region: lock.region as Region,
    layerIds: placed.filter(({ layer }) => layer.createdAt >= lock.createdAt).map(({ layer }) => layer.id),
  }));
}
