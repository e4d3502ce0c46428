import { type EditId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findEdit } from './findEdit.ts';
import { type Edit, viewEdit } from './toEdit.ts';

export async function readEdit(ctx: Ctx, actor: Actor, editId: EditId): Promise<Result<Edit, Problem>> {
  const found = await findEdit(ctx.db, actor, { editId, action: 'edit.read' });
  return found.ok ? ok(await viewEdit(ctx.db, found.value)) : found;
}

/** The permitted alpha as it was stored before the run; its digest, for the store. */
export async function findPermittedAlpha(
  ctx: Ctx,
  actor: Actor,
  editId: EditId,
): Promise<Result<string, Problem>> {
  const found = await findEdit(ctx.db, actor, { editId, action: 'edit.read' });
  if (!found.ok) return found;
  const { permittedBlob, state } = found.value;
  return permittedBlob ? ok(permittedBlob) : problem('edit.not-found', { editId, state });
}
