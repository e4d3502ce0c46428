import { type Writing, writing } from '@pinpaint/db';
import {
  type FrameId,
  newId,
  ok,
  type Result,
  type SeriesId,
  type VersionId,
  type VersionState,
} from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { joinSeries } from '../series/joinSeries.ts';
import { contentDigest, layersOf } from '../versions/contentOf.ts';
import { findVersion, type VersionAt } from '../versions/findVersion.ts';
import { mayAddFrame } from './mayAddFrame.ts';
import { framesPerBoard, nextFrameNumber } from './nextFrameNumber.ts';
import { type Frame, viewFrame } from './toFrame.ts';

export type DeriveFrame = {
  readonly id: FrameId;
  readonly versionId: VersionId;
  /** The base's, unless given. */
  readonly name?: string | undefined;
};

/** What somebody took back is nothing to begin with. */
const begins: ReadonlySet<VersionState> = new Set([
  'in_review',
  'changes_requested',
  'approved',
  'superseded',
]);

/**
 * A new frame beside its base: the same master by its digest, so no sample is encoded again, and the base
 * version's very layers as its v1. Whatever is done to it later, only there can it differ.
 */
export async function deriveFrame(
  ctx: Ctx,
  actor: Actor,
  wish: DeriveFrame,
): Promise<Result<Frame, Problem>> {
  const given = wish.name === undefined ? null : cleanName(wish.name);
  if (given && !given.ok) return given;
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async (w) => {
    const found = await findVersion(w.tx, actor, { versionId: wish.versionId, action: 'frame.upload' });
    if (!found.ok) return found;
    const base = found.value;
    const board = await mayAddFrame(w.tx, actor, { boardId: base.scope.boardId });
    if (!board.ok) return board;
    const sent = await w.tx.frame.findFirst({ where: { id: wish.id } });
    if (sent) {
      const same = sent.baseVersionId === wish.versionId;
      return same ? ok(await viewFrame(w.tx, wish.id)) : problem('frame.id-taken', { id: wish.id });
    }
    if (!base.digest || !begins.has(base.state)) return problem('version.not-shown', { state: base.state });
    const number = await nextFrameNumber(w.tx, base.scope.boardId);
    if (!number) return problem('board.full', { limit: framesPerBoard });
    const name = given?.value ?? base.frame.name;
    await addDerived(ctx, w, { id: wish.id, name, number, base, by: personIdOf(actor) });
    const joined = await joinBaseSeries(w, { id: wish.id, base, by: personIdOf(actor) });
    return joined.ok ? ok(await viewFrame(w.tx, wish.id)) : joined;
  });
}

type Derived = {
  readonly id: FrameId;
  readonly name: string;
  readonly number: number;
  readonly base: VersionAt;
  readonly by: string;
};

async function addDerived(ctx: Ctx, { tx, record }: Writing, derived: Derived): Promise<void> {
  const { id, name, number, base, by } = derived;
  const { studioId, bounds, frame } = base;
  const { archivedAt: _archived, createdAt: _created, board: _board, drawing, ...row } = frame;
  // What was drawn from words is so in every frame that comes of it.
  const drawn = drawing ? { drawing } : {};
  await tx.frame.create({
    data: { ...row, ...drawn, id, number, name, baseVersionId: base.id, createdBy: by },
  });
  const versionId = newId<VersionId>();
  const layers = await layersOf(tx, base.id);
  const digest = contentDigest({
    masterDigest: frame.masterDigest ?? '',
    profileBlob: frame.profileBlob,
    bounds,
    layers,
  });
  const submitted = { submittedAt: ctx.now(), submittedBy: by };
  await tx.version.create({
    data: {
      id: versionId,
      studioId,
      frameId: id,
      number: 1,
      state: 'in_review',
      bounds,
      digest,
      createdBy: by,
      ...submitted,
    },
  });
  const placed = await tx.versionLayer.findMany({ where: { versionId: base.id } });
  await tx.versionLayer.createMany({ data: placed.map((layer) => ({ ...layer, versionId })) });
  const scope = { ...base.scope, frameId: id };
  record({
    topic: 'frame.derived',
    subject: { kind: 'frame', id },
    scope,
    payload: { number, baseVersionId: base.id, baseFrameId: frame.id, masterDigest: frame.masterDigest },
    texts: { name },
  });
  record({
    topic: 'version.created',
    subject: { kind: 'version', id: versionId },
    scope,
    payload: { number: 1, state: 'in_review', digest },
  });
  await ctx.queue.enqueue(tx, 'version.render', { studioId, versionId });
}

type Joining = Pick<Derived, 'id' | 'base' | 'by'>;

/** The base's series; where it has none, a new one of the two. */
async function joinBaseSeries(
  { tx, record }: Writing,
  { id, base, by }: Joining,
): Promise<Result<null, Problem>> {
  const { studioId, frame, scope } = base;
  const { projectId } = scope;
  const place = await tx.seriesFrame.findFirst({ where: { studioId, frameId: frame.id } });
  const seriesId = (place?.seriesId ?? newId<SeriesId>()) as SeriesId;
  const frameIds = place ? [id] : [frame.id as FrameId, id];
  if (!place) {
    await tx.series.create({ data: { id: seriesId, studioId, projectId, name: frame.name, createdBy: by } });
  }
  record({
    topic: place ? 'series.changed' : 'series.made',
    subject: { kind: 'series', id: seriesId },
    scope: { projectId },
    payload: place ? { added: frameIds } : { frames: frameIds },
    ...(place ? {} : { texts: { name: frame.name } }),
  });
  return joinSeries(tx, { studioId, projectId, seriesId, frameIds });
}
