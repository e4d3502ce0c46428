import type { Prisma } from '@pinpaint/db';
import type { RenditionId, VersionId } from '@pinpaint/domain';

export const renditionFormats = ['png', 'tiff', 'jpeg'] as const;
export type RenditionFormat = (typeof renditionFormats)[number];

/** A file made from a version's digest; never part of the version. */
export type Rendition = {
  readonly id: RenditionId;
  readonly versionId: VersionId;
  readonly digest: string;
  readonly format: RenditionFormat;
  readonly state: 'queued' | 'ready' | 'failed';
  readonly failureCode: string | null;
};

export function toRendition(row: Prisma.RenditionModel): Rendition {
  return {
    id: row.id as RenditionId,
    versionId: row.versionId as VersionId,
    digest: row.digest,
    format: row.format as RenditionFormat,
    state: row.state,
    failureCode: row.failureCode,
  };
}
