import { type Tx, type Writing, writing } from '@pinpaint/db';
import { type CarryId, type EditId, type FrameId, ok, type Result, type StudioId } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type EditAt, findEdit, findEditRow } from '../edits/findEdit.ts';
import { type Problem, problem } from '../problem.ts';
import { findCarry } from './findCarry.ts';
import type { Carry } from './toCarry.ts';
import { viewCarry } from './viewCarry.ts';

export type AskCarry = {
  readonly id: CarryId;
  readonly editId: EditId;
  /** All other frames of the series, unless given. */
  readonly frameIds?: readonly FrameId[] | undefined;
};

/** Has an edit's region looked for in the other frames of its series. Nothing is made and nothing spent yet. */
export async function askCarry(ctx: Ctx, actor: Actor, wish: AskCarry): Promise<Result<Carry, Problem>> {
  const { studioId } = actor;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async (w) => {
    const found = await findEdit(w.tx, actor, { editId: wish.editId, action: 'edit.start' });
    if (!found.ok) return found;
    const edit = await rootOf(w.tx, studioId, found.value);
    const sent = await w.tx.carry.findUnique({ where: { id: wish.id } });
    if (sent && sent.editId !== edit.id) return problem('carry.id-taken', { id: wish.id });
    if (!sent) {
      const asked = await ask(ctx, w, { wish, edit, by: personIdOf(actor) });
      if (!asked.ok) return asked;
    }
    const carry = await findCarry(w.tx, actor, { carryId: wish.id, action: 'edit.start' });
    return carry.ok ? ok(await viewCarry(w.tx, carry.value, { now: ctx.now() })) : carry;
  });
}

/** An edit that was carried itself stands for the one it repeats, so that none is made twice by another way. */
async function rootOf(tx: Tx, studioId: StudioId, edit: EditAt): Promise<EditAt> {
  return (edit.carriedFromId && (await findEditRow(tx, studioId, edit.carriedFromId))) || edit;
}

type Asked = { readonly wish: AskCarry; readonly edit: EditAt; readonly by: string };

async function ask(
  ctx: Ctx,
  { tx, record }: Writing,
  { wish, edit, by }: Asked,
): Promise<Result<null, Problem>> {
  const { studioId } = edit;
  if (edit.state !== 'proposed' && edit.state !== 'accepted')
    return problem('edit.not-proposed', { state: edit.state });
  const place = await tx.seriesFrame.findFirst({ where: { studioId, frameId: edit.frameId } });
  if (!place) return problem('series.frame-in-none', { frameId: edit.frameId });
  const { seriesId } = place;
  const others = await tx.seriesFrame.findMany({
    where: { studioId, seriesId, frameId: { not: edit.frameId }, frame: { archivedAt: null } },
    orderBy: { position: 'asc' },
    select: { frameId: true },
  });
  const wanted = wish.frameIds ?? others.map(({ frameId }) => frameId);
  const stranger = wanted.find((id) => !others.some(({ frameId }) => frameId === id));
  if (stranger) return problem('frame.not-found', { frameId: stranger });
  if (wanted.length === 0) return problem('series.alone', { seriesId });
  await tx.carry.create({
    data: { id: wish.id, studioId, seriesId, editId: edit.id, createdBy: by, createdAt: ctx.now() },
  });
  await tx.finding.createMany({ data: wanted.map((frameId) => ({ carryId: wish.id, frameId, studioId })) });
  record({
    topic: 'carry.asked',
    subject: { kind: 'carry', id: wish.id },
    scope: edit.scope,
    payload: { editId: edit.id, seriesId, frames: [...wanted] },
  });
  for (const frameId of wanted)
    await ctx.queue.enqueue(tx, 'carry.find', { studioId, carryId: wish.id, frameId });
  return ok(null);
}
