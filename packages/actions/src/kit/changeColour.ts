import { writing } from '@pinpaint/db';
import { type KitColourId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findColour } from './findColour.ts';
import { isColourNamed } from './isNamed.ts';
import { type KitColour, toKitColour } from './toKit.ts';

/** What is not said stays as it is. */
export type ChangeColour = {
  readonly colourId: KitColourId;
  readonly name?: string | undefined;
  readonly hex?: KitColour['hex'] | undefined;
};

export async function changeColour(
  ctx: Ctx,
  actor: Actor,
  { colourId: id, ...wish }: ChangeColour,
): Promise<Result<KitColour, Problem>> {
  const cleaned = wish.name === undefined ? undefined : cleanName(wish.name);
  if (cleaned && !cleaned.ok) return cleaned;
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findColour(tx, actor, id);
    if (!found.ok) return found;
    const before = found.value;
    const projectId = before.projectId as ProjectId;
    const name = cleaned?.value ?? before.name;
    const hex = wish.hex?.toLowerCase() ?? before.hex;
    const isOnlyRespelled = before.name.toLowerCase() === name.toLowerCase();
    if (!isOnlyRespelled && (await isColourNamed(tx, { projectId, name })))
      return problem('colour.name-taken');
    const colour = await tx.kitColour.update({ where: { id }, data: { name, hex } });
    record({
      topic: 'colour.changed',
      subject: { kind: 'colour', id },
      scope: { projectId },
      payload: { hex },
      texts: { name },
    });
    return ok(toKitColour(colour));
  });
}
