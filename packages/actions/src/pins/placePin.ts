import { writing } from '@pinpaint/db';
import {
  type Anchor,
  type Aspect,
  type FrameId,
  ok,
  type PinId,
  type Region,
  type Result,
  regionProblem,
} from '@pinpaint/domain';
import { type Actor, authorOf, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { findFrame } from '../frames/findFrame.ts';
import { type Problem, problem } from '../problem.ts';
import { newestVersion } from '../versions/newestVersion.ts';
import { type Pin, toPin } from './toPin.ts';

export type PlacePin = {
  /** Made by the client (UUIDv7), so that a pin sent twice over a bad line is one pin. */
  readonly id: PinId;
  readonly frameId: FrameId;
  readonly region: Region;
  readonly note: string;
  readonly extend?: { readonly aspect: Aspect; readonly anchor: Anchor };
};

/** A note a person would write on a phone, and far more. */
export const noteLimit = 4_000;

/** Raises a pin against the frame's newest version that its reader can see. */
export async function placePin(ctx: Ctx, actor: Actor, wish: PlacePin): Promise<Result<Pin, Problem>> {
  const note = wish.note.trim();
  if (!note) return problem('note.empty');
  if (note.length > noteLimit) return problem('note.too-long', { limit: noteLimit });
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findFrame(tx, actor, { frameId: wish.frameId, action: 'pin.place' });
    if (!found.ok) return found;
    const frame = found.value;
    const sent = await tx.pin.findFirst({ where: { id: wish.id } });
    if (sent)
      return sent.frameId === frame.id && sent.note === note ? ok(toPin(sent)) : problem('pin.id-taken');
    const version = await newestVersion(tx, frame.id);
    if (!version || frame.state !== 'ready') return problem('frame.not-ready', { state: frame.state });
    const wrong = regionProblem(wish.region, version.bounds);
    if (wrong) return problem(wrong);
    const last = await tx.pin.aggregate({ where: { frameId: frame.id }, _max: { number: true } });
    const pin = await tx.pin.create({
      data: {
        id: wish.id,
        studioId: actor.studioId,
        frameId: frame.id,
        versionId: version.id,
        number: (last._max.number ?? 0) + 1,
        region: wish.region,
        ...(wish.extend ? { extend: wish.extend } : {}),
        note,
        ...authorOf(actor),
      },
    });
    record({
      topic: 'pin.placed',
      subject: { kind: 'pin', id: pin.id },
      scope: frame.scope,
      payload: { number: pin.number },
      texts: { note },
    });
    return ok(toPin(pin));
  });
}
