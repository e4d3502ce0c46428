import { writing } from '@pinpaint/db';
import { type KitColourId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findProject } from '../projects/findProject.ts';
import { isColourNamed } from './isNamed.ts';
import { type KitColour, toKitColour } from './toKit.ts';

export type AddColour = {
  readonly id: KitColourId;
  readonly projectId: ProjectId;
  readonly name: string;
  /** #rrggbb, sRGB. */
  readonly hex: KitColour['hex'];
};

/** A reader looks through all of them at every note. */
const coloursPerKit = 200;

export async function addColour(
  ctx: Ctx,
  actor: Actor,
  wish: AddColour,
): Promise<Result<KitColour, Problem>> {
  const cleaned = cleanName(wish.name);
  if (!cleaned.ok) return cleaned;
  const { id, projectId } = wish;
  const [name, hex] = [cleaned.value, wish.hex.toLowerCase()];
  const { studioId } = actor;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findProject(tx, actor, { projectId, action: 'kit.change' });
    if (!found.ok) return found;
    const sent = await tx.kitColour.findFirst({ where: { id } });
    if (sent) {
      const same = sent.projectId === projectId && sent.name === name && sent.hex === hex;
      return same ? ok(toKitColour(sent)) : problem('colour.id-taken', { id });
    }
    if (await isColourNamed(tx, { projectId, name })) return problem('colour.name-taken');
    if ((await tx.kitColour.count({ where: { projectId } })) >= coloursPerKit)
      return problem('kit.full', { limit: coloursPerKit });
    const colour = await tx.kitColour.create({
      data: { id, studioId, projectId, name, hex, createdBy: personIdOf(actor), createdAt: ctx.now() },
    });
    record({
      topic: 'colour.added',
      subject: { kind: 'colour', id },
      scope: { projectId },
      payload: { hex },
      texts: { name },
    });
    return ok(toKitColour(colour));
  });
}
