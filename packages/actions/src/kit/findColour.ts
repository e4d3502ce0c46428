import type { Tx } from '@pinpaint/db';
import { type KitColourId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { permitInProject } from '../access/permitInProject.ts';
import { type Problem, problem } from '../problem.ts';

export type ColourAt = NonNullable<Awaited<ReturnType<typeof load>>>;

/** The colour, when it is in a kit that exists for this actor and they may change it. */
export async function findColour(
  tx: Tx,
  actor: Actor,
  colourId: KitColourId,
): Promise<Result<ColourAt, Problem>> {
  const row = await load(tx, actor, colourId);
  if (!row) return problem('colour.not-found', { colourId });
  const scope = { projectId: row.projectId as ProjectId };
  const allowed = await permitInProject(tx, actor, {
    action: 'kit.change',
    scope,
    missing: 'colour.not-found',
  });
  return allowed.ok ? ok(row) : allowed;
}

function load(tx: Tx, { studioId }: Actor, id: KitColourId) {
  return tx.kitColour.findFirst({ where: { id, studioId } });
}
