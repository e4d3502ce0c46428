import type { Db } from '@pinpaint/db';
import {
  type LockOver,
  ok,
  type PixelRect,
  type ProofPlanes,
  type Region,
  type Result,
  type VersionContent,
  type VersionId,
} from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { seqsOf } from '../ledger/seqsOf.ts';
import { type Problem, problem } from '../problem.ts';
import { contentOf, layersOf, type PlacedLayer } from './contentOf.ts';
import { findVersion, type VersionAt } from './findVersion.ts';
import type { Proof } from './proof.ts';

/** All that a version's pixels and its proof follow from, by the names of blobs. */
export type VersionEvidence = {
  readonly version: VersionAt;
  readonly masterBlob: string;
  readonly content: VersionContent;
  /** Visible and hidden ones, lowest first, as in the content. */
  readonly layers: readonly PlacedLayer[];
  readonly planes: ProofPlanes;
};

/** A submitted version's evidence, with what was claimed and decided on it. */
export type SubmittedEvidence = VersionEvidence & {
  readonly digest: string;
  readonly proof: Proof | null;
  readonly decisions: readonly { readonly digest: string }[];
};

/** For whoever may see the version: a proof that not everybody can recompute would be none. */
export async function readEvidence(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { versionId }: { readonly versionId: VersionId },
): Promise<Result<SubmittedEvidence, Problem>> {
  const found = await findVersion(ctx.db, actor, { versionId, action: 'version.read' });
  if (!found.ok) return found;
  const { digest, proof, state } = found.value;
  const evidence = digest && (await evidenceOf(ctx.db, found.value));
  if (!evidence) return problem('version.not-submitted', { state });
  const decisions = await ctx.db.decision.findMany({ where: { versionId }, select: { digest: true } });
  return ok({ ...evidence, digest, proof: proof as Proof | null, decisions });
}

/** Null while there is no master. */
export async function evidenceOf(db: Db, version: VersionAt): Promise<VersionEvidence | null> {
  const { masterBlob, masterDigest, profileBlob } = version.frame;
  if (!masterBlob || !masterDigest) return null;
  const layers = await layersOf(db, version.id);
  const content = contentOf({ masterDigest, profileBlob, bounds: version.bounds, layers });
  const planes = { permitted: await permittedOf(db, layers), locks: await locksOver(db, version, layers) };
  return { version, masterBlob, content, layers, planes };
}

/** What each visible layer's edit was allowed to change; a hidden one allows nothing. */
async function permittedOf(db: Db, layers: readonly PlacedLayer[]): Promise<ProofPlanes['permitted']> {
  const candidateIds = layers.filter(({ visible }) => visible).map(({ candidateId }) => candidateId);
  const candidates = await db.candidate.findMany({
    where: { id: { in: candidateIds } },
    select: { id: true, edit: { select: { permittedBlob: true, permittedRect: true } } },
  });
  const edits = new Map(candidates.map(({ id, edit }) => [id, edit]));
  return candidateIds.flatMap((id) => {
    const { permittedBlob, permittedRect } = edits.get(id) ?? {};
    return permittedBlob ? [{ digest: permittedBlob, rect: permittedRect as PixelRect }] : [];
  });
}

/**
 * The locks in force when the version was submitted, with the layers made under them. What came first is
 * asked of the ledger: it has one order for the whole studio, while clocks of two machines may disagree.
 */
async function locksOver(
  db: Db,
  { id, studioId, frameId }: VersionAt,
  layers: readonly PlacedLayer[],
): Promise<readonly LockOver[]> {
  const visible = layers.flatMap((layer, place) => (layer.visible ? [{ ...layer, place }] : []));
  const locks = await db.lock.findMany({ where: { studioId, frameId }, orderBy: { id: 'asc' } });
  if (locks.length === 0 || visible.length === 0) return [];
  const lockIds = locks.map((lock) => lock.id);
  const [set, removed, accepted, moved] = await Promise.all([
    seqsOf(db, studioId, { topic: 'lock.set', subjectIds: lockIds }),
    seqsOf(db, studioId, { topic: 'lock.removed', subjectIds: lockIds }),
    seqsOf(db, studioId, { topic: 'candidate.accepted', subjectIds: visible.map((l) => l.candidateId) }),
    seqsOf(db, studioId, { topic: 'version.moved', subjectIds: [id] }),
  ]);
  // A version's first move is its submission, or it is a draft still.
  const submitted = moved.get(id) ?? Number.POSITIVE_INFINITY;
  return locks.flatMap((lock) => {
    const since = set.get(lock.id) ?? 0;
    const until = removed.get(lock.id) ?? Number.POSITIVE_INFINITY;
    if (since > submitted || until < submitted) return [];
    const made = visible.filter(({ candidateId }) => (accepted.get(candidateId) ?? submitted) > since);
    const over = made.map(({ place }) => place);
    return over.length > 0 ? [{ region: lock.region as Region, layers: over }] : [];
  });
}
