import { writing } from '@pinpaint/db';
import { type FrameId, ok, type Result } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { findFrame } from '../frames/findFrame.ts';
import { type Problem, problem } from '../problem.ts';
import { openDraft } from './openDraft.ts';
import { viewWhole } from './readVersion.ts';
import type { Version } from './toVersion.ts';

/** The frame's draft, to change layers in without accepting another: the open one, or a new one of the newest version. */
export async function startDraft(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { frameId }: { readonly frameId: FrameId },
): Promise<Result<Version, Problem>> {
  const { studioId } = actor;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async (writing) => {
    const found = await findFrame(writing.tx, actor, { frameId, action: 'layer.change' });
    if (!found.ok) return found;
    const by = personIdOf(actor);
    const draft = await openDraft(writing, { frame: found.value, studioId, by });
    if (!draft) return problem('frame.not-ready', { state: found.value.state });
    return ok(await viewWhole(writing.tx, draft.id));
  });
}
