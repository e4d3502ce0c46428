import type { Prisma } from '@pinpaint/db';
import type { CandidateId, EditId, FlagCode, PixelRect } from '@pinpaint/domain';

/** Counted over the crop, from the samples as they are stored. */
export type CandidateProof = {
  readonly changedInside: number;
  readonly changedOutside: number;
  readonly changedInLocks: number;
};

/** What a model's engine said of how it was made: model, what was asked of it, how its answer was laid back. */
export type Provenance = Readonly<Record<string, string | number | boolean | null>>;

export type Candidate = {
  readonly id: CandidateId;
  readonly editId: EditId;
  /** 1 is the best. */
  readonly rank: number;
  readonly state: 'proposed' | 'accepted' | 'discarded';
  readonly rect: PixelRect;
  readonly seed: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly flags: readonly FlagCode[];
  readonly proof: CandidateProof;
  /** null: one of our own engines, whose seed and figures say it all. */
  readonly provenance: Provenance | null;
  readonly patchDigest: string;
  readonly alphaDigest: string;
  readonly createdAt: string;
};

export function toCandidate(row: Prisma.CandidateModel): Candidate {
  return {
    id: row.id as CandidateId,
    editId: row.editId as EditId,
    rank: row.rank,
    state: row.state,
    rect: row.rect as PixelRect,
    seed: row.seed,
    figures: row.figures as Record<string, number>,
    flags: row.flags as FlagCode[],
    proof: row.proof as CandidateProof,
    provenance: row.provenance as Provenance | null,
    patchDigest: row.patchBlob,
    alphaDigest: row.alphaBlob,
    createdAt: row.createdAt.toISOString(),
  };
}
