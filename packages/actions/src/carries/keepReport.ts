import { writing } from '@pinpaint/db';
import { ok, type Result } from '@pinpaint/domain';
import { systemActor } from '../access/systemActor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import type { Measure } from './loadMeasure.ts';

/** How far two pictures lie apart: mean ΔE (CIE 1976) and mean SSIM of luma (Wang 2004), by the used alpha. */
export type Likeness = { readonly deltaE: number; readonly ssim: number };

/** What was made in a frame against what was made in the carried edit's own. */
export type Measured = {
  readonly sourceCandidateId: string;
  readonly candidateId: string;
  readonly pixels: number;
  /** How far the two frames lay apart there before. */
  readonly before: Likeness;
  readonly after: Likeness;
};

/** Done twice, the later one counts. */
export async function keepReport(
  ctx: Pick<Ctx, 'db'>,
  { studioId, sourceId, edit, frameId, source, target }: Measure,
  found: Pick<Measured, 'pixels' | 'before' | 'after'>,
): Promise<Result<null, Problem>> {
  const report: Measured = {
    sourceCandidateId: source.candidate.id,
    candidateId: target.candidate.id,
    ...found,
  };
  return writing(ctx.db, { studioId, actor: systemActor }, async ({ tx, record }) => {
    const findings = await tx.finding.findMany({
      where: { studioId, frameId, carry: { editId: sourceId } },
      select: { carryId: true },
    });
    const carryIds = findings.map(({ carryId }) => carryId);
    await tx.finding.updateMany({
      where: { studioId, frameId, carryId: { in: carryIds } },
      data: { report },
    });
    for (const id of carryIds) {
      const payload = { frameId, editId: edit.id };
      record({ topic: 'carry.measured', subject: { kind: 'carry', id }, scope: edit.scope, payload });
    }
    return ok(null);
  });
}
