import { writing } from '@pinpaint/db';
import { ok, type RenditionId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { dropUnbegun } from '../charges/dropUnbegun.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { endThoseAfter } from './endThoseAfter.ts';
import { findRenditionRow } from './findRendition.ts';
import { type Rendition, toRendition } from './toRendition.ts';

/** One that waits or is being made is made no further, nor what would have been made of it. */
export async function cancelRendition(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { renditionId }: { readonly renditionId: RenditionId },
): Promise<Result<Rendition, Problem>> {
  const { studioId } = actor;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findRenditionRow(tx, actor, { renditionId, action: 'rendition.make' });
    if (!found.ok) return found;
    const { row, version } = found.value;
    const where = { id: renditionId, studioId, state: 'queued' } as const;
    const [cancelled] = await tx.rendition.updateManyAndReturn({ where, data: { state: 'cancelled' } });
    if (!cancelled) return problem('rendition.not-queued', { state: row.state });
    await dropUnbegun(tx, renditionId);
    await endThoseAfter(tx, cancelled, { state: 'cancelled' });
    record({
      topic: 'rendition.cancelled',
      subject: { kind: 'rendition', id: renditionId },
      scope: version.scope,
      payload: { versionId: row.versionId },
    });
    return ok(toRendition(cancelled));
  });
}
