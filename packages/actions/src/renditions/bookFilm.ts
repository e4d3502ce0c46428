import type { Tx } from '@pinpaint/db';
import { type FilmStep, ok, type Result } from '@pinpaint/domain';
import { bookCharge } from '../charges/bookCharge.ts';
import type { Ctx } from '../ctx.ts';
import { limitProblem } from '../edits/limitProblem.ts';
import { type Problem, problem } from '../problem.ts';
import type { FilmOperation } from './filmOperation.ts';
import type { ApprovedVersion } from './findApproved.ts';

type Booking = { readonly step: FilmStep; readonly id: string; readonly version: ApprovedVersion };

/** Where a film may be asked for: its price counts from now on, and no limit may be beyond it. */
export async function bookFilm(
  { hosted, now }: Pick<Ctx, 'hosted' | 'now'>,
  tx: Tx,
  { step, id, version }: Booking,
): Promise<Result<FilmOperation, Problem>> {
  const { film } = hosted;
  if (!film) return problem('film.not-offered');
  const { studioId, scope } = version;
  const usd = film.usdPerSecond * step.seconds;
  const spending = { studioId, projectId: scope.projectId, usd, now: now() };
  const beyond = await limitProblem(tx, spending);
  if (beyond) return beyond;
  const chargeId = await bookCharge(tx, { ...spending, kind: 'film', subjectId: id });
  return ok({ chargeId, model: film.model, usd, name: null });
}
