import { createHash } from 'node:crypto';
import { type BoardId, type FrameId, newId, type VersionId, type VersionState } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { contentDigest } from '../versions/contentOf.ts';
import type { TestStudio } from './aStudio.ts';

export type TestFrame = { readonly frameId: FrameId; readonly versionId: VersionId };

type FrameWish = {
  readonly boardId: BoardId;
  readonly width?: number;
  readonly height?: number;
  /** Of v1; a picture that was just ingested is in review. */
  readonly state?: VersionState;
};

/** A frame with its v1, as rows only: their blobs exist in name. For pixels, upload a picture. */
export async function aReadyFrame(
  { db }: Pick<Ctx, 'db'>,
  { studioId, people }: TestStudio,
  { boardId, width = 640, height = 480, state = 'in_review' }: FrameWish,
): Promise<TestFrame> {
  const frameId = newId<FrameId>();
  const versionId = newId<VersionId>();
  const createdBy = people.artist.actor.personId;
  const blob = (name: string) => createHash('sha256').update(`${name} ${frameId}`).digest('hex');
  const number = (await db.frame.count({ where: { boardId } })) + 1;
  await db.frame.create({
    data: {
      id: frameId,
      studioId,
      boardId,
      number,
      name: `Frame ${number}`,
      state: 'ready',
      uploadDigest: blob('upload'),
      uploadType: 'image/png',
      masterBlob: blob('master'),
      masterDigest: blob('samples'),
      width,
      height,
      depth: 8,
      channels: 3,
      thumbBlob: blob('thumb'),
      createdBy,
    },
  });
  const bounds = { x: 0, y: 0, width, height };
  const content = { masterDigest: blob('samples'), profileBlob: null, bounds, layers: [] };
  const digest = state === 'draft' ? null : contentDigest(content);
  await db.version.create({
    data: { id: versionId, studioId, frameId, number: 1, state, bounds, digest, createdBy },
  });
  return { frameId, versionId };
}
