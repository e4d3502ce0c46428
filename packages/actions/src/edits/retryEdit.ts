import { writing } from '@pinpaint/db';
import { type EditId, type Intent, ok, type PinId, type Region, type Result } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { findPin } from '../pins/findPin.ts';
import { type Problem, problem } from '../problem.ts';
import { measuredEngines } from '../workers/measuredEngines.ts';
import { findEdit } from './findEdit.ts';
import { queueEdit } from './queueEdit.ts';
import { type Edit, viewEdit } from './toEdit.ts';

export type RetryEdit = {
  /** Of the new edit, made by the client. */
  readonly id: EditId;
  readonly editId: EditId;
  /** The old one's, unless given: the same seed on the same picture gives the same result. */
  readonly seed?: number | undefined;
};

/** The same wish once more, on the picture as it is now: a new edit that names the old one. */
export async function retryEdit(ctx: Ctx, actor: Actor, wish: RetryEdit): Promise<Result<Edit, Problem>> {
  const { studioId } = actor;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async (w) => {
    const found = await findEdit(w.tx, actor, { editId: wish.editId, action: 'edit.start' });
    if (!found.ok) return found;
    const old = found.value;
    const sent = await w.tx.edit.findFirst({ where: { id: wish.id } });
    if (sent)
      return sent.retryOfId === old.id
        ? ok(await viewEdit(w.tx, sent))
        : problem('edit.id-taken', { id: wish.id });
    if (old.state === 'queued' || old.state === 'running')
      return problem('edit.not-ended', { state: old.state });
    if (!old.pinId) return problem('pin.not-found');
    const pinFound = await findPin(w.tx, actor, { pinId: old.pinId as PinId, action: 'edit.start' });
    if (!pinFound.ok) return pinFound;
    const { role: _role, scope: _scope, frame, ...pin } = pinFound.value;
    const intent = old.intent as unknown as Intent;
    const engines = await measuredEngines(w.tx, { studioId, now: ctx.now() });
    const { strength, variants, growPx, featherPx } = old;
    const queued = await queueEdit(ctx, w, {
      id: wish.id,
      pin,
      frame,
      region: old.region as Region,
      intent,
      engines,
      engine: old.engine,
      seed: wish.seed ?? old.seed,
      strength,
      variants,
      growPx,
      featherPx,
      retryOfId: old.id as EditId,
      carriedFromId: old.carriedFromId as EditId | null,
      by: personIdOf(actor),
    });
    return queued.ok ? ok(await viewEdit(w.tx, queued.value)) : queued;
  });
}
