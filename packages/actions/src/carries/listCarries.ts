import { type EditId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { findEdit } from '../edits/findEdit.ts';
import type { Problem } from '../problem.ts';
import { type Carry, carryParts } from './toCarry.ts';
import { viewCarry } from './viewCarry.ts';

/** Somebody looks at the last few; older ones are read by their id. */
const shownCarries = 20;

/** The carries of an edit, or of the one it repeats; the newest first. */
export async function listCarries(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  { editId }: { readonly editId: EditId },
): Promise<Result<readonly Carry[], Problem>> {
  const asked = await findEdit(ctx.db, actor, { editId, action: 'edit.read' });
  if (!asked.ok) return asked;
  const rootId = (asked.value.carriedFromId ?? editId) as EditId;
  const root = await findEdit(ctx.db, actor, { editId: rootId, action: 'edit.read' });
  if (!root.ok) return root;
  const rows = await ctx.db.carry.findMany({
    where: { studioId: actor.studioId, editId: rootId },
    orderBy: { id: 'desc' },
    take: shownCarries,
    include: carryParts,
  });
  const now = ctx.now();
  return ok(await Promise.all(rows.map((row) => viewCarry(ctx.db, { row, edit: root.value }, { now }))));
}
