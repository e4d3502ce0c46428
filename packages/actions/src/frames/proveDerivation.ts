import {
  containsRect,
  type FrameId,
  ok,
  type PixelRect,
  type Result,
  type VersionId,
} from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { layersOf } from '../versions/contentOf.ts';
import { findFrame } from './findFrame.ts';

/** A derived frame's newest submitted version against the version it began as. */
export type Derivation = {
  readonly base: { readonly frameId: FrameId; readonly versionId: VersionId; readonly versionNumber: number };
  readonly versionId: VersionId;
  readonly versionNumber: number;
  /** Whether both name the same samples as their master. */
  readonly sameMaster: boolean;
  /** Pixels that differ under the frame's own layers, and those that differ anywhere else. */
  readonly changedInside: number;
  readonly changedOutside: number;
};

/** Counted anew from the two stored results, by the same function that proves versions. */
export async function proveDerivation(
  ctx: Pick<Ctx, 'db' | 'blobs' | 'pixels'>,
  actor: Actor,
  { frameId }: { readonly frameId: FrameId },
): Promise<Result<Derivation, Problem>> {
  const found = await findFrame(ctx.db, actor, { frameId, action: 'series.read' });
  if (!found.ok) return found;
  const { baseVersionId, masterDigest } = found.value;
  if (!baseVersionId) return problem('frame.not-derived', { frameId });
  const [base, version] = await Promise.all([
    ctx.db.version.findUniqueOrThrow({ where: { id: baseVersionId }, include: { frame: true } }),
    ctx.db.version.findFirst({
      where: { frameId, resultBlob: { not: null } },
      orderBy: { number: 'desc' },
    }),
  ]);
  if (!version?.resultBlob || !base.resultBlob) return problem('version.not-proven');
  const [from, to] = [base.bounds as PixelRect, version.bounds as PixelRect];
  if (!containsRect(to, from)) return problem('frame.smaller-than-base');
  const counts = await countBetween(ctx, {
    before: { digest: base.resultBlob, bounds: from },
    after: { digest: version.resultBlob, bounds: to },
    own: await ownAlphas(ctx, { versionId: version.id, baseVersionId }),
  });
  return ok({
    base: {
      frameId: base.frameId as FrameId,
      versionId: base.id as VersionId,
      versionNumber: base.number,
    },
    versionId: version.id as VersionId,
    versionNumber: version.number,
    sameMaster: base.frame.masterDigest === masterDigest,
    changedInside: counts.changedInside,
    changedOutside: counts.changedOutside,
  });
}

type Stored = { readonly digest: string; readonly bounds: PixelRect };
type Between = {
  readonly before: Stored;
  readonly after: Stored;
  readonly own: readonly { readonly rect: PixelRect; readonly png: Uint8Array }[];
};

async function countBetween(
  { blobs, pixels }: Pick<Ctx, 'blobs' | 'pixels'>,
  { before, after, own }: Between,
) {
  const [first, second] = await Promise.all([blobs.localFile(before.digest), blobs.localFile(after.digest)]);
  try {
    if (!first || !second) throw new Error(`A result is not in the store: ${before.digest}, ${after.digest}`);
    return await pixels.proveBetween({
      before: { path: first.path, bounds: before.bounds },
      after: { path: second.path, bounds: after.bounds },
      own,
    });
  } finally {
    await Promise.all([first?.release(), second?.release()]);
  }
}

/** Of the visible layers that did not come along with the base. */
async function ownAlphas(
  { db, blobs }: Pick<Ctx, 'db' | 'blobs'>,
  { versionId, baseVersionId }: { readonly versionId: string; readonly baseVersionId: string },
): Promise<Between['own']> {
  const [layers, based] = await Promise.all([layersOf(db, versionId), layersOf(db, baseVersionId)]);
  const came = new Set(based.map(({ layerId }) => layerId));
  const own = layers.filter(({ layerId, visible }) => visible && !came.has(layerId));
  return Promise.all(
    own.map(async ({ rect, alphaDigest }) => {
      const png = await blobs.read(alphaDigest);
      if (!png) throw new Error(`The alpha ${alphaDigest} is not in the store`);
      return { rect, png };
    }),
  );
}
