import type { Db, Tx } from '@pinpaint/db';
import type { FrameId, LayerId, PixelRect, VersionId } from '@pinpaint/domain';
import type { Proof } from './proof.ts';
import type { DecisionView, Version, VersionLayerView } from './toVersion.ts';

const withAll = {
  layers: { orderBy: { position: 'asc' }, include: { layer: true } },
  decisions: { orderBy: { createdAt: 'asc' } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof load>>>;

/** A version that is known to exist and whose reader's right has been asked. */
export async function readVersion(db: Db | Tx, versionId: VersionId): Promise<Version> {
  const row = await load(db, versionId);
  if (!row) throw new Error(`Version ${versionId} is gone`);
  return toVersion(row);
}

/** A frame's versions, newest first. */
export async function readVersions(
  db: Db | Tx,
  where: { readonly frameId: FrameId; readonly state?: { in: Version['state'][] } },
): Promise<Version[]> {
  const rows = await db.version.findMany({ where, include: withAll, orderBy: { number: 'desc' } });
  return rows.map(toVersion);
}

function load(db: Db | Tx, id: string) {
  return db.version.findUnique({ where: { id }, include: withAll });
}

function toVersion(row: Row): Version {
  return {
    id: row.id as VersionId,
    frameId: row.frameId as FrameId,
    number: row.number,
    parentId: row.parentId as VersionId | null,
    state: row.state,
    bounds: row.bounds as PixelRect,
    digest: row.digest,
    proof: row.proof as Proof | null,
    layers: row.layers.map(toLayer),
    decisions: row.decisions.map(toDecision),
    createdAt: row.createdAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
  };
}

function toLayer({ layer, opacity, visible, baseMoved }: Row['layers'][number]): VersionLayerView {
  return {
    id: layer.id as LayerId,
    name: layer.name,
    rect: layer.rect as PixelRect,
    opacity,
    blend: 'normal',
    visible,
    baseMoved,
    patchDigest: layer.patchBlob,
    alphaDigest: layer.alphaBlob,
  };
}

function toDecision(row: Row['decisions'][number]): DecisionView {
  return {
    kind: row.kind,
    digest: row.digest,
    comment: row.comment,
    by: row.byGuestId ? { kind: 'guest', id: row.byGuestId } : { kind: 'person', id: row.byPersonId ?? '' },
    at: row.createdAt.toISOString(),
  };
}
