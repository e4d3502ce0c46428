import { type EditId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { rateWaits } from '../workers/rateWaits.ts';
import { findEdit } from './findEdit.ts';
import { type Edit, previewOf, viewEdit } from './toEdit.ts';

export async function readEdit(ctx: Ctx, actor: Actor, editId: EditId): Promise<Result<Edit, Problem>> {
  const found = await findEdit(ctx.db, actor, { editId, action: 'edit.read' });
  if (!found.ok) return found;
  const row = found.value;
  const waits = await rateWaits(ctx.db, { studioId: actor.studioId, rows: [row], now: ctx.now() });
  return ok(await viewEdit(ctx.db, row, waits));
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

/** What its run looks like so far, as WebP; null: it doesn't run, or nothing has come yet. */
export async function readPreview(
  ctx: Ctx,
  actor: Actor,
  editId: EditId,
): Promise<Result<Uint8Array<ArrayBuffer> | null, Problem>> {
  const found = await findEdit(ctx.db, actor, { editId, action: 'edit.read' });
  if (!found.ok) return found;
  if (!previewOf(found.value)) return ok(null);
  const kept = await ctx.db.editPreview.findUnique({ where: { editId }, select: { picture: true } });
  return ok(kept?.picture ?? null);
}
