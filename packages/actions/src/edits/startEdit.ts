import { writing } from '@pinpaint/db';
import { type EditId, type Intent, ok, type PinId, type Region, type Result } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { kitNames } from '../kit/kitNames.ts';
import { findPin } from '../pins/findPin.ts';
import { readingOf } from '../pins/readingOf.ts';
import { type Problem, problem } from '../problem.ts';
import { measuredEngines } from '../workers/measuredEngines.ts';
import { queueEdit } from './queueEdit.ts';
import { type Edit, viewEdit } from './toEdit.ts';

export type StartEdit = {
  /** Made by the client (UUIDv7), so that an edit asked for twice over a bad line runs once. */
  readonly id: EditId;
  readonly pinId: PinId;
  /** The cheapest that can do it, unless named. */
  readonly engine?: string | undefined;
  /** Drawn and stored, unless given. */
  readonly seed?: number | undefined;
  readonly variants: number;
  /** 0…1 */
  readonly strength: number;
  readonly growPx: number | null;
  readonly featherPx: number | null;
  /** Instead of the pin's own, for this edit only. */
  readonly region?: Region | undefined;
  readonly intent?: Intent | undefined;
};

/** Queues an edit of a pin; a renderer makes its crop, then the next engine worker takes it. */
export async function startEdit(ctx: Ctx, actor: Actor, wish: StartEdit): Promise<Result<Edit, Problem>> {
  const { studioId } = actor;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async (w) => {
    const found = await findPin(w.tx, actor, { pinId: wish.pinId, action: 'edit.start' });
    if (!found.ok) return found;
    const { role: _role, scope, frame, ...pin } = found.value;
    const sent = await w.tx.edit.findFirst({ where: { id: wish.id } });
    if (sent)
      return sent.pinId === pin.id
        ? ok(await viewEdit(w.tx, sent))
        : problem('edit.id-taken', { id: wish.id });
    const intent = wish.intent ?? readingOf(pin, await kitNames(w.tx, { studioId, ...scope }));
    const engines = await measuredEngines(w.tx, { studioId, now: ctx.now() });
    const queued = await queueEdit(ctx, w, {
      id: wish.id,
      pin,
      frame,
      region: wish.region ?? (pin.region as Region),
      intent,
      engines,
      engine: wish.engine,
      seed: wish.seed,
      strength: wish.strength,
      variants: wish.variants,
      growPx: wish.growPx,
      featherPx: wish.featherPx,
      retryOfId: null,
      by: personIdOf(actor),
    });
    return queued.ok ? ok(await viewEdit(w.tx, queued.value)) : queued;
  });
}
