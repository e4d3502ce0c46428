import { type Tx, writing } from '@pinpaint/db';
import {
  type FrameId,
  ok,
  type PinId,
  type PixelRect,
  type Region,
  type Result,
  regionProblem,
} from '@pinpaint/domain';
import { type Actor, authorOf, deedActor, roleIn } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { editArea } from '../edits/editArea.ts';
import { growthProblem } from '../edits/growthProblem.ts';
import { startByPolicy } from '../edits/startByPolicy.ts';
import { type FrameAt, findFrame } from '../frames/findFrame.ts';
import { maskProblem } from '../masks/maskProblem.ts';
import { type Problem, problem } from '../problem.ts';
import { askReading } from '../readings/askReading.ts';
import { shownToCustomers } from '../versions/findVersion.ts';
import { createPin } from './createPin.ts';
import { viewPin } from './findPin.ts';
import type { ClientPin, Pin, PinExtend } from './toPin.ts';

export type PlacePin = {
  /** Made by the client (UUIDv7), so that a pin sent twice over a bad line is one pin. */
  readonly id: PinId;
  readonly frameId: FrameId;
  readonly region: Region;
  readonly note: string;
  readonly extend?: PinExtend | undefined;
};

/** A note a person would write on a phone, and far more. */
export const noteLimit = 4_000;

/** Raises a pin against the frame's newest version that its author can see. */
export async function placePin(
  ctx: Ctx,
  actor: Actor,
  wish: PlacePin,
): Promise<Result<Pin | ClientPin, Problem>> {
  const note = wish.note.trim();
  if (!note) return problem('note.empty');
  if (note.length > noteLimit) return problem('note.too-long', { limit: noteLimit });
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findFrame(tx, actor, { frameId: wish.frameId, action: 'pin.place' });
    if (!found.ok) return found;
    const frame = found.value;
    const role = roleIn(actor, frame.scope) ?? 'guest';
    const sent = await tx.pin.findFirst({ where: { id: wish.id } });
    if (sent) {
      const same = sent.frameId === frame.id && sent.note === note;
      return same ? ok(await viewPin(tx, { id: sent.id, role })) : problem('pin.id-taken', { id: wish.id });
    }
    const version = await versionSeen(tx, actor, frame);
    if (!version || frame.state !== 'ready') return problem('frame.not-ready', { state: frame.state });
    const wrong =
      regionProblem(wish.region, version.bounds as PixelRect) ??
      (await maskProblem(ctx, tx, { studioId: actor.studioId, region: wish.region }));
    if (wrong) return problem(wrong);
    const extend = wish.extend ? ({ kind: 'extend', ...wish.extend } as const) : null;
    const area = editArea(version.bounds as PixelRect, { region: wish.region, wish: extend });
    const tooLarge = growthProblem(ctx, area);
    if (tooLarge) return tooLarge;
    const pin = await createPin(
      { tx, record },
      { ...wish, note, frame, versionId: version.id, author: authorOf(actor) },
    );
    await startByPolicy(ctx, { tx, record }, { pin, frame, by: authorId(actor) });
    await askReading(ctx, { tx, record }, { pin, frame });
    return ok(await viewPin(tx, { id: pin.id, role }));
  });
}

/** A customer's pin may not name a draft, which they can't see. */
async function versionSeen(tx: Tx, actor: Actor, frame: FrameAt) {
  const role = roleIn(actor, frame.scope);
  const states =
    role === 'guest' || role === 'client' ? { in: [...shownToCustomers] } : { not: 'discarded' as const };
  return tx.version.findFirst({
    where: { frameId: frame.id, state: states },
    orderBy: { number: 'desc' },
  });
}

function authorId(actor: Actor): string {
  return actor.kind === 'person' ? actor.personId : actor.guestId;
}
