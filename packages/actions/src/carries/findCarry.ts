import type { Db, Tx } from '@pinpaint/db';
import { type Action, type CarryId, type EditId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { type EditAt, findEdit } from '../edits/findEdit.ts';
import { type Problem, problem } from '../problem.ts';
import { type CarryRow, carryParts } from './toCarry.ts';

export type CarryAt = { readonly row: CarryRow; readonly edit: EditAt };

/** The carry with the edit that is carried, when it exists for this actor and they may do this with it. */
export async function findCarry(
  db: Db | Tx,
  actor: Actor,
  { carryId, action }: { readonly carryId: CarryId; readonly action: Action },
): Promise<Result<CarryAt, Problem>> {
  const { studioId } = actor;
  const row = await db.carry.findFirst({ where: { id: carryId, studioId }, include: carryParts });
  if (!row) return problem('carry.not-found', { carryId });
  const found = await findEdit(db, actor, { editId: row.editId as EditId, action });
  if (found.ok) return ok({ row, edit: found.value });
  return found.error.code === 'edit.not-found' ? problem('carry.not-found', { carryId }) : found;
}
