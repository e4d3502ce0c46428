import { randomInt } from 'node:crypto';
import { type Prisma, type Writing, workChannel, writing } from '@pinpaint/db';
import {
  type BoardId,
  type EditId,
  explainChoice,
  type FrameId,
  newId,
  ok,
  type Result,
  type StudioId,
} from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import type { BoardAt } from '../boards/findBoard.ts';
import type { Ctx } from '../ctx.ts';
import { limitProblem } from '../edits/limitProblem.ts';
import { seedLimit } from '../edits/queueEdit.ts';
import type { PreparedPlanes } from '../edits/savePreparation.ts';
import { waitingProblem } from '../edits/waitingProblem.ts';
import { mayAddFrame } from '../frames/mayAddFrame.ts';
import { framesPerBoard, nextFrameNumber } from '../frames/nextFrameNumber.ts';
import { type Frame, toFrame } from '../frames/toFrame.ts';
import { type Problem, problem } from '../problem.ts';
import { measuredEngines } from '../workers/measuredEngines.ts';
import { type DrawingOffer, drawingOffers } from './drawingOffers.ts';
import type { Drawing } from './toDrawing.ts';

export type DrawFrame = {
  /** Made by the client (UUIDv7), so that a picture asked for twice over a bad line is drawn once. */
  readonly id: FrameId;
  readonly boardId: BoardId;
  readonly name: string;
  readonly prompt: string;
  /** As an estimate names it: 3:2. */
  readonly aspect: string;
  /** The first in order of choice, unless named. */
  readonly engine?: string | undefined;
  readonly seed?: number | undefined;
};

/**
 * A frame whose picture is drawn from words. It lies on its board at once; its edit has no base and needs no
 * preparation, and goes the way of all edits to an engine and back: one lease, one bill.
 */
export async function drawFrame(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  wish: DrawFrame,
): Promise<Result<Frame, Problem>> {
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  const prompt = wish.prompt.trim();
  if (!prompt) return problem('note.empty');
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async (w) => {
    const allowed = await mayAddFrame(w.tx, actor, wish);
    if (!allowed.ok) return allowed;
    const board = allowed.value;
    const sent = await w.tx.frame.findFirst({ where: { id: wish.id } });
    if (sent) {
      const isSame = sent.boardId === board.id && (sent.drawing as Drawing | null)?.prompt === prompt;
      return isSame ? ok(toFrame(sent)) : problem('frame.id-taken', { id: wish.id });
    }
    const routed = await routeDrawing(ctx, w, { wish, board, by: personIdOf(actor) });
    if (!routed.ok) return routed;
    const number = await nextFrameNumber(w.tx, board.id);
    if (!number) return problem('board.full', { limit: framesPerBoard });
    const asked = { ...wish, prompt, name: name.value, number, board, by: personIdOf(actor) };
    return ok(toFrame(await queueDrawing(ctx, w, { ...asked, ...routed.value })));
  });
}

type Routed = { readonly offer: DrawingOffer; readonly offers: readonly DrawingOffer[] };

/** Who draws it; or why nobody may or can now. */
async function routeDrawing(
  { now }: Pick<Ctx, 'now'>,
  { tx }: Writing,
  { wish, board, by }: { readonly wish: DrawFrame; readonly board: BoardAt; readonly by: string },
): Promise<Result<Routed, Problem>> {
  const studioId = board.studioId as StudioId;
  const engines = await measuredEngines(tx, { studioId, now: now() });
  const offers = drawingOffers(engines, wish.aspect);
  const [first] = offers;
  if (!first) return problem('drawing.needs-engine', { aspect: wish.aspect });
  const offer = wish.engine === undefined ? first : offers.find(({ name }) => name === wish.engine);
  if (!offer) return problem('engine.not-connected', { engine: wish.engine ?? null });
  const { projectId } = board.scope;
  const beyond = await limitProblem(tx, { studioId, projectId, usd: offer.usd, now: now() });
  if (beyond) return beyond;
  return (await waitingProblem(tx, { studioId, by })) ?? ok({ offer, offers });
}

type Asked = DrawFrame & Routed & { readonly board: BoardAt; readonly number: number; readonly by: string };

async function queueDrawing(
  { now }: Pick<Ctx, 'now'>,
  { tx, record }: Writing,
  { offer, offers, board, number, by, ...wish }: Asked,
): Promise<Prisma.FrameModel> {
  const { studioId } = board;
  const { engine, shape, cost } = offer;
  const { width, height, aspect } = shape;
  const editId = newId<EditId>();
  const scope = { ...board.scope, frameId: wish.id };
  const drawing: Drawing = { editId, prompt: wish.prompt, aspect, engine: engine.name, provenance: null };
  const frame = await tx.frame.create({
    data: {
      id: wish.id,
      studioId,
      boardId: board.id,
      number,
      name: wish.name,
      state: 'drawing',
      drawing,
      createdBy: by,
    },
  });
  const planes: PreparedPlanes = { request: '', size: { width, height }, depth: 8, layers: [] };
  const choice = explainChoice(offers, offer);
  await tx.edit.create({
    data: {
      id: editId,
      studioId,
      frameId: wish.id,
      engine: engine.name,
      intent: { wish: null, keep: [], confidence: 1 },
      note: wish.prompt,
      draws: shape,
      region: { kind: 'none' },
      seed: wish.seed ?? randomInt(seedLimit),
      estimate: { region: cost, frame: cost },
      choice,
      planes,
      createdBy: by,
      createdAt: now(),
      preparedAt: now(),
    },
  });
  record({
    topic: 'frame.added',
    subject: { kind: 'frame', id: wish.id },
    scope,
    payload: { number, editId, aspect },
    texts: { name: wish.name, prompt: wish.prompt },
  });
  record({
    topic: 'edit.queued',
    subject: { kind: 'edit', id: editId },
    scope,
    payload: { engine: engine.name, usd: cost.usd, chosen: choice.reason },
  });
  await tx.$executeRaw`SELECT pg_notify(${workChannel}, ${editId})`;
  return frame;
}
