import { z } from '@hono/zod-openapi';
import {
  type BoardId,
  type FrameId,
  type LinkId,
  type MemberId,
  type PinId,
  type ProjectId,
  parseId,
  type SeriesId,
  type SessionId,
  type TokenId,
  type VersionId,
} from '@pinpaint/domain';

/** An id as clients and the server make them, branded for what it names. */
export function id<I extends string>() {
  return z
    .uuidv7()
    .transform((text) => parseId(text) as unknown as I)
    .openapi({ type: 'string', format: 'uuid' });
}

export const projectParam = z.object({ projectId: id<ProjectId>() });
export const boardParam = z.object({ boardId: id<BoardId>() });
export const frameParam = z.object({ frameId: id<FrameId>() });
export const seriesParam = z.object({ seriesId: id<SeriesId>() });
export const versionParam = z.object({ versionId: id<VersionId>() });
export const pinParam = z.object({ pinId: id<PinId>() });
export const memberParam = z.object({ memberId: id<MemberId>() });
export const tokenParam = z.object({ tokenId: id<TokenId>() });
export const sessionParam = z.object({ sessionId: id<SessionId>() });
export const linkParam = z.object({ linkId: id<LinkId>() });
