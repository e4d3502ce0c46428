import type { Db } from '@pinpaint/db';
import type { CarryId, EditId, EditState, FrameId, LeftOutCode, Result } from '@pinpaint/domain';
import { ok } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { type Candidate, type CandidateProof, toCandidate } from '../candidates/toCandidate.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { carriedEdits } from './carriedEdits.ts';
import { findCarry } from './findCarry.ts';
import type { Measured } from './keepReport.ts';
import { inOrder } from './toCarry.ts';

/** What a carry came to, frame by frame. */
export type CarryReport = {
  readonly carryId: CarryId;
  readonly editId: EditId;
  readonly engine: string;
  readonly seed: number;
  readonly frames: readonly FrameReport[];
};

type FrameReport = {
  readonly frameId: FrameId;
  readonly number: number;
  readonly name: string;
  readonly state: 'searching' | 'found' | 'left_out';
  readonly reason: LeftOutCode | null;
  readonly edit: {
    readonly id: EditId;
    readonly state: EditState;
    readonly engine: string;
    readonly seed: number;
  } | null;
  /** Of the candidate that was taken, else of the first; null until there is one. */
  readonly proof: CandidateProof | null;
  readonly figures: Candidate['figures'] | null;
  readonly flags: Candidate['flags'];
  readonly measured: Measured | null;
};

export async function readCarryReport(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { carryId }: { readonly carryId: CarryId },
): Promise<Result<CarryReport, Problem>> {
  const found = await findCarry(ctx.db, actor, { carryId, action: 'edit.read' });
  if (!found.ok) return found;
  const { row, edit } = found.value;
  const carried = await carriedEdits(ctx.db, { studioId: row.studioId, editId: row.editId });
  const frames = inOrder(row.findings).map(async (finding): Promise<FrameReport> => {
    const made = carried.get(finding.frameId);
    const standing = made ? await lookAt(ctx.db, made.id) : null;
    return {
      frameId: finding.frameId as FrameId,
      number: finding.frame.number,
      name: finding.frame.name,
      state: finding.state,
      reason: finding.reason as LeftOutCode | null,
      ...(standing ?? { edit: null, proof: null, figures: null, flags: [] }),
      measured: finding.report as Measured | null,
    };
  });
  return ok({
    carryId,
    editId: row.editId as EditId,
    engine: edit.engine,
    seed: edit.seed,
    frames: await Promise.all(frames),
  });
}

type Standing = Pick<FrameReport, 'edit' | 'proof' | 'figures' | 'flags'>;

async function lookAt(db: Db, editId: string): Promise<Standing> {
  const { id, state, engine, seed, candidates } = await db.edit.findUniqueOrThrow({
    where: { id: editId },
    include: { candidates: { orderBy: { rank: 'asc' } } },
  });
  const row = candidates.find((one) => one.state === 'accepted') ?? candidates[0];
  const shown = row && toCandidate(row);
  return {
    edit: { id: id as EditId, state, engine, seed },
    proof: shown?.proof ?? null,
    figures: shown?.figures ?? null,
    flags: shown?.flags ?? [],
  };
}
