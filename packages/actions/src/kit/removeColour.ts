import { writing } from '@pinpaint/db';
import { type KitColourId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findColour } from './findColour.ts';
import { type KitColour, toKitColour } from './toKit.ts';

/** Edits hold the colour's value, and the ledger its event: nothing else needs the row. */
export async function removeColour(
  ctx: Ctx,
  actor: Actor,
  { colourId: id }: { readonly colourId: KitColourId },
): Promise<Result<KitColour, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findColour(tx, actor, id);
    if (!found.ok) return found;
    await tx.kitColour.delete({ where: { id } });
    const projectId = found.value.projectId as ProjectId;
    record({ topic: 'colour.removed', subject: { kind: 'colour', id }, scope: { projectId } });
    return ok(toKitColour(found.value));
  });
}
