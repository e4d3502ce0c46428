import type { Prisma } from '@pinpaint/db';
import {
  type ActorRole,
  type FrameId,
  type LayerId,
  may,
  type PixelRect,
  type VersionId,
  type VersionState,
} from '@pinpaint/domain';
import type { Proof } from './proof.ts';

/** A version as everybody gets it who may read it. `digest` is null while it is a draft, `proof` until the renderer made it. */
export type ClientVersion = {
  readonly id: VersionId;
  readonly frameId: FrameId;
  readonly number: number;
  readonly state: VersionState;
  readonly bounds: PixelRect;
  readonly digest: string | null;
  readonly proof: Proof | null;
  readonly decisions: readonly DecisionView[];
  readonly createdAt: string;
  readonly submittedAt: string | null;
};

/** A version as the studio's own house gets it: how it was made is nobody else's matter. */
export type Version = ClientVersion & {
  readonly parentId: VersionId | null;
  readonly layers: readonly VersionLayerView[];
};

export type VersionLayerView = {
  readonly id: LayerId;
  readonly name: string;
  readonly rect: PixelRect;
  readonly opacity: number;
  readonly blend: 'normal';
  readonly visible: boolean;
  /** Made over a picture that has changed since; rerun it by the same engine and seed. */
  readonly baseMoved: boolean;
  /** Blob digests, as the version's digest names them. */
  readonly patchDigest: string;
  readonly alphaDigest: string;
};

export type DecisionView = {
  readonly kind: 'approve' | 'request_changes' | 'sign_off' | 'sign_off_changes';
  readonly digest: string;
  /** Customers read their own side's; what a director writes is for the house. */
  readonly comment: string | null;
  readonly by: { readonly kind: 'person' | 'guest'; readonly id: string };
  readonly at: string;
};

export const versionParts = {
  layers: { orderBy: { position: 'asc' }, include: { layer: true } },
  decisions: { orderBy: { createdAt: 'asc' } },
} as const satisfies Prisma.VersionInclude;

export type VersionRow = Prisma.VersionGetPayload<{ include: typeof versionParts }>;

export function toVersion(row: VersionRow): Version {
  return {
    ...shownToAll(row, () => true),
    parentId: row.parentId as VersionId | null,
    layers: row.layers.map(toLayer),
  };
}

export function toVersionFor(row: VersionRow, role: ActorRole): Version | ClientVersion {
  if (may(role, 'edit.read')) return toVersion(row);
  return shownToAll(row, (kind) => kind === 'sign_off' || kind === 'sign_off_changes');
}

function shownToAll(row: VersionRow, readsComment: (kind: DecisionView['kind']) => boolean): ClientVersion {
  return {
    id: row.id as VersionId,
    frameId: row.frameId as FrameId,
    number: row.number,
    state: row.state,
    bounds: row.bounds as PixelRect,
    digest: row.digest,
    proof: row.proof as Proof | null,
    decisions: row.decisions.map((decision) => ({
      kind: decision.kind,
      digest: decision.digest,
      comment: readsComment(decision.kind) ? decision.comment : null,
      by: decision.byGuestId
        ? { kind: 'guest', id: decision.byGuestId }
        : { kind: 'person', id: decision.byPersonId ?? '' },
      at: decision.createdAt.toISOString(),
    })),
    createdAt: row.createdAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
  };
}

function toLayer({ layer, opacity, visible, baseMoved }: VersionRow['layers'][number]): VersionLayerView {
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
