import type { Db, Prisma, Tx } from '@pinpaint/db';
import {
  type ActorRole,
  type Cost,
  type EditId,
  type FlagCode,
  type FrameId,
  type LayerId,
  may,
  type PinId,
  type PixelRect,
  type VersionId,
  type VersionState,
} from '@pinpaint/domain';
import { type Author, authorIds, type Names, namesOf, toAuthor } from '../access/names.ts';
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
  /** null while it is a draft, and of versions from before it was kept. */
  readonly submittedBy: Author | null;
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
  /** The edit it came from. */
  readonly made: {
    readonly editId: EditId;
    readonly engine: string;
    readonly pinId: PinId | null;
    readonly pinNumber: number | null;
    /** Of the whole edit, with the candidates that were not taken. */
    readonly cost: Cost | null;
    /** What its figures warned of when it was taken. */
    readonly flags: readonly FlagCode[];
    /** Who took it. */
    readonly by: Author;
    readonly at: string;
  };
};

export type DecisionView = {
  readonly kind: 'approve' | 'request_changes' | 'sign_off' | 'sign_off_changes';
  readonly digest: string;
  /** Customers read their own side's; what a director writes is for the house. */
  readonly comment: string | null;
  readonly by: Author;
  readonly at: string;
};

export const versionParts = {
  layers: {
    orderBy: { position: 'asc' },
    include: {
      layer: {
        include: {
          candidate: {
            select: {
              flags: true,
              edit: {
                select: { id: true, engine: true, cost: true, pin: { select: { id: true, number: true } } },
              },
            },
          },
        },
      },
    },
  },
  decisions: { orderBy: { createdAt: 'asc' } },
} as const satisfies Prisma.VersionInclude;

export type VersionRow = Prisma.VersionGetPayload<{ include: typeof versionParts }>;

/** What all these versions' people are called. */
export function namesInVersions(db: Db | Tx, rows: readonly VersionRow[]): Promise<Names> {
  const ids = rows.flatMap(({ submittedBy, decisions, layers }) => [
    submittedBy,
    ...decisions.flatMap(authorIds),
    ...layers.map(({ layer }) => layer.createdBy),
  ]);
  return namesOf(db, ids);
}

export function toVersion(row: VersionRow, names: Names): Version {
  return {
    ...shownToAll(row, names, () => true),
    parentId: row.parentId as VersionId | null,
    layers: row.layers.map((layer) => toLayer(layer, names)),
  };
}

export function toVersionFor(
  row: VersionRow,
  { role, names }: { readonly role: ActorRole; readonly names: Names },
): Version | ClientVersion {
  if (may(role, 'edit.read')) return toVersion(row, names);
  return shownToAll(row, names, (kind) => kind === 'sign_off' || kind === 'sign_off_changes');
}

function shownToAll(
  row: VersionRow,
  names: Names,
  readsComment: (kind: DecisionView['kind']) => boolean,
): ClientVersion {
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
      by: toAuthor(decision, names),
      at: decision.createdAt.toISOString(),
    })),
    createdAt: row.createdAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    submittedBy:
      row.submittedBy === null ? null : toAuthor({ byPersonId: row.submittedBy, byGuestId: null }, names),
  };
}

function toLayer(
  { layer, opacity, visible, baseMoved }: VersionRow['layers'][number],
  names: Names,
): VersionLayerView {
  const { edit, flags } = layer.candidate;
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
    made: {
      editId: edit.id as EditId,
      engine: edit.engine,
      pinId: (edit.pin?.id ?? null) as PinId | null,
      pinNumber: edit.pin?.number ?? null,
      cost: edit.cost as Cost | null,
      flags: flags as FlagCode[],
      by: toAuthor({ byPersonId: layer.createdBy, byGuestId: null }, names),
      at: layer.createdAt.toISOString(),
    },
  };
}
