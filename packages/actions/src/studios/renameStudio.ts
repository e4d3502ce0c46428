import { writing } from '@pinpaint/db';
import { ok, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import { permit } from '../access/permit.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { type Studio, toStudio } from './toStudio.ts';

export async function renameStudio(
  ctx: Ctx,
  actor: Actor,
  wish: { readonly name: string },
): Promise<Result<Studio, Problem>> {
  const { studioId } = actor;
  const allowed = permit(actor, 'studio.manage', {}, 'studio.not-found');
  if (!allowed.ok) return allowed;
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const studio = await tx.studio.update({ where: { id: studioId }, data: { name: name.value } });
    record({
      topic: 'studio.changed',
      subject: { kind: 'studio', id: studioId },
      texts: { name: name.value },
    });
    return ok(toStudio(studio));
  });
}
