import type { Json, Prisma } from '@pinpaint/db';
import type { RenditionId, RenditionStep, VersionId } from '@pinpaint/domain';

export const renditionFormats = ['png', 'tiff', 'jpeg'] as const;
/** Of a version's own samples. */
export type FileFormat = (typeof renditionFormats)[number];
export type RenditionFormat = FileFormat | 'mp4' | 'webp';

/** By what a step was made, so that it can be made again: its engine, and what else its engine tells. */
export type RenditionProvenance = { readonly engine: string; readonly [fact: string]: Json | null };

/** A file made from a version's digest; never part of the version. */
export type Rendition = {
  readonly id: RenditionId;
  readonly versionId: VersionId;
  readonly digest: string;
  /** The rendition that the step was done to; null: the version itself. */
  readonly parentId: RenditionId | null;
  /** null: a file of the version's own samples. */
  readonly step: RenditionStep | null;
  readonly format: RenditionFormat;
  readonly state: 'queued' | 'ready' | 'failed' | 'cancelled';
  readonly progress: number;
  readonly failureCode: string | null;
  /** A sentence of the service that would not make it; null to those it was made for. */
  readonly failureSays: string | null;
  /** SHA-256 of the file. */
  readonly fileDigest: string | null;
  /** null while it is being made, for a plain file, and to those it was made for. */
  readonly provenance: RenditionProvenance | null;
};

export function toRendition(row: Prisma.RenditionModel): Rendition {
  return {
    id: row.id as RenditionId,
    versionId: row.versionId as VersionId,
    digest: row.digest,
    parentId: row.parentId as RenditionId | null,
    step: row.step as RenditionStep | null,
    format: row.format as RenditionFormat,
    state: row.state,
    progress: row.progress,
    failureCode: row.failureCode,
    failureSays: row.failureSays,
    fileDigest: row.blobDigest,
    provenance: row.provenance as RenditionProvenance | null,
  };
}

/** As clients and guests get it: by what the studio makes its pictures is its own affair. */
export function withoutProvenance(rendition: Rendition): Rendition {
  return { ...rendition, failureSays: null, step: withoutPrompt(rendition.step), provenance: null };
}

function withoutPrompt(step: RenditionStep | null): RenditionStep | null {
  return step?.kind === 'film' ? { ...step, prompt: '' } : step;
}
