import { writing } from '@pinpaint/db';
import {
  type FrameId,
  newId,
  ok,
  type PixelRect,
  type Result,
  type StudioId,
  type VersionId,
} from '@pinpaint/domain';
import { systemActor } from '../access/systemActor.ts';
import { type KeptBlob, keepBlobs } from '../blobs/keepBlobs.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { contentDigest } from '../versions/contentOf.ts';
import { findFrameRow } from './findFrame.ts';

export type MadeMaster = {
  readonly master: KeptBlob;
  /** SHA-256 of the samples with size, depth and profile. */
  readonly masterDigest: string;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly channels: number;
  readonly profile: (KeptBlob & { readonly name: string }) | null;
  readonly thumb: KeptBlob;
};

/**
 * What the renderer made of an upload. v1 is the picture as it came, in review at once: a client may pin or
 * sign it off, a director may approve it as it is. Done twice, it changes nothing.
 */
export async function completeIngest(
  ctx: Ctx,
  {
    studioId,
    frameId,
    made,
  }: { readonly studioId: StudioId; readonly frameId: FrameId; readonly made: MadeMaster },
): Promise<Result<null, Problem>> {
  return writing(ctx.db, { studioId, actor: systemActor }, async ({ tx, record }) => {
    const frame = await findFrameRow(tx, studioId, frameId);
    if (!frame) return problem('frame.not-found', { frameId });
    if (frame.state !== 'ingesting') return ok(null);
    const { master, profile, thumb, width, height } = made;
    await keepBlobs(tx, studioId, profile ? [master, thumb, profile] : [master, thumb]);
    await tx.frame.update({
      where: { id: frameId },
      data: {
        state: 'ready',
        masterBlob: master.digest,
        masterDigest: made.masterDigest,
        width,
        height,
        depth: made.depth,
        channels: made.channels,
        profileBlob: profile?.digest ?? null,
        profileName: profile?.name ?? null,
        thumbBlob: thumb.digest,
      },
    });
    const versionId = newId<VersionId>();
    const bounds: PixelRect = { x: 0, y: 0, width, height };
    const digest = contentDigest({
      masterDigest: made.masterDigest,
      profileBlob: profile?.digest ?? null,
      bounds,
      layers: [],
    });
    await tx.version.create({
      data: {
        id: versionId,
        studioId,
        frameId,
        number: 1,
        state: 'in_review',
        bounds,
        digest,
        createdBy: frame.createdBy,
        submittedAt: ctx.now(),
        submittedBy: frame.createdBy,
      },
    });
    const subject = { kind: 'frame', id: frameId } as const;
    record({
      topic: 'frame.ingested',
      subject,
      scope: frame.scope,
      payload: { masterDigest: made.masterDigest, width, height },
    });
    record({
      topic: 'version.created',
      subject: { kind: 'version', id: versionId },
      scope: frame.scope,
      payload: { number: 1, state: 'in_review', digest },
    });
    await ctx.queue.enqueue(tx, 'version.render', { studioId, versionId });
    return ok(null);
  });
}

/** The upload can't be made a master of; the frame says why and keeps the upload. */
export async function failIngest(
  ctx: Pick<Ctx, 'db'>,
  {
    studioId,
    frameId,
    code,
  }: { readonly studioId: StudioId; readonly frameId: FrameId; readonly code: string },
): Promise<Result<null, Problem>> {
  return writing(ctx.db, { studioId, actor: systemActor }, async ({ tx, record }) => {
    const frame = await findFrameRow(tx, studioId, frameId);
    if (!frame) return problem('frame.not-found', { frameId });
    if (frame.state !== 'ingesting') return ok(null);
    await tx.frame.update({ where: { id: frameId }, data: { state: 'failed', failureCode: code } });
    record({
      topic: 'frame.failed',
      subject: { kind: 'frame', id: frameId },
      scope: frame.scope,
      payload: { code },
    });
    return ok(null);
  });
}
