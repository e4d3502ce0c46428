import { type Writing, writing } from '@pinpaint/db';
import {
  type CarryId,
  type EditId,
  type FrameId,
  type Intent,
  type LockId,
  type MeasuredEngine,
  newId,
  ok,
  type PinId,
  type Region,
  type Result,
  type StudioId,
} from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { queueEdit } from '../edits/queueEdit.ts';
import { type FrameAt, findFrameRow } from '../frames/findFrame.ts';
import { createLock, regionText } from '../locks/createLock.ts';
import { createPin } from '../pins/createPin.ts';
import { type Problem, problem } from '../problem.ts';
import { newestVersion } from '../versions/newestVersion.ts';
import { measuredEngines } from '../workers/measuredEngines.ts';
import { carriedEdits, stands } from './carriedEdits.ts';
import { type CarryAt, findCarry } from './findCarry.ts';
import type { CarriedLock, Carry, FindingRow } from './toCarry.ts';
import { viewCarry } from './viewCarry.ts';

export type RunCarry = {
  readonly carryId: CarryId;
  /** Those a person has confirmed; each has to have been found. */
  readonly frameIds: readonly FrameId[];
};

/**
 * Makes the edit in the frames that were confirmed: a note there with the same words, and an edit by the same
 * engine, seed and parameters. Asked for again, or by another carry, a frame that has it already is left as it is.
 */
export async function runCarry(ctx: Ctx, actor: Actor, wish: RunCarry): Promise<Result<Carry, Problem>> {
  const { studioId } = actor;
  const { carryId } = wish;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async (w) => {
    const found = await findCarry(w.tx, actor, { carryId, action: 'edit.start' });
    if (!found.ok) return found;
    const { row, edit } = found.value;
    if (row.state === 'finding') return problem('carry.still-searching', { carryId });
    const engines = await measuredEngines(w.tx, { studioId, now: ctx.now() });
    const carried = await carriedEdits(w.tx, { studioId, editId: edit.id });
    const started: string[] = [];
    for (const frameId of new Set(wish.frameIds)) {
      const finding = row.findings.find((one) => one.frameId === frameId);
      if (finding?.state !== 'found') return leftOut(finding, frameId);
      const made = carried.get(frameId);
      if (made && stands(made.state)) continue;
      const by = personIdOf(actor);
      const queued = await startIn(ctx, w, { finding, of: found.value, engines, by });
      if (!queued.ok) return queued;
      started.push(frameId);
    }
    if (started.length > 0) {
      const subject = { kind: 'carry', id: carryId } as const;
      const payload = { editId: edit.id, frames: started };
      w.record({ topic: 'carry.started', subject, scope: edit.scope, payload });
    }
    return ok(await viewCarry(w.tx, found.value, { now: ctx.now() }));
  });
}

function leftOut(finding: FindingRow | undefined, frameId: string) {
  return problem('carry.left-out', { frameId, reason: finding?.reason ?? null });
}

type Start = {
  readonly finding: FindingRow;
  readonly of: CarryAt;
  readonly engines: readonly MeasuredEngine[];
  readonly by: string;
};

async function startIn(
  ctx: Ctx,
  w: Writing,
  { finding, of: { edit }, engines, by }: Start,
): Promise<Result<null, Problem>> {
  const { frameId, growPx, featherPx } = finding;
  const studioId = edit.studioId as StudioId;
  const frame = await findFrameRow(w.tx, studioId, frameId as FrameId);
  const version = await newestVersion(w.tx, frameId);
  if (!frame || !version || frame.archivedAt) return problem('frame.not-found', { frameId });
  const intent = finding.intent as unknown as Intent;
  const region = finding.region as Region;
  const pin = await createPin(w, {
    id: newId<PinId>(),
    frame,
    versionId: version.id,
    region,
    note: edit.note,
    intent,
    author: { byPersonId: by },
  });
  await setLocks(w, {
    frame,
    locks: (finding.locks ?? []) as unknown as readonly CarriedLock[],
    by,
    now: ctx.now(),
  });
  const { seed, strength, variants } = edit;
  const queued = await queueEdit(ctx, w, {
    id: newId<EditId>(),
    pin,
    frame,
    region,
    intent,
    engines,
    engine: edit.engine,
    seed,
    strength,
    variants,
    growPx,
    featherPx,
    retryOfId: null,
    carriedFromId: edit.id as EditId,
    by,
  });
  return queued.ok ? ok(null) : queued;
}

type Locks = {
  readonly frame: FrameAt;
  readonly locks: readonly CarriedLock[];
  readonly by: string;
  readonly now: Date;
};

/** What the edit had to leave alone in its own frame, it leaves alone here. One that is there already is enough. */
async function setLocks(w: Writing, { frame, locks, by, now }: Locks): Promise<void> {
  const there = await w.tx.lock.findMany({ where: { frameId: frame.id, removedAt: null } });
  const known = new Set(there.map(({ region }) => regionText(region as Region)));
  for (const { name, region } of locks) {
    if (known.has(regionText(region))) continue;
    await createLock(w, { id: newId<LockId>(), frame, name, region, by, now });
  }
}
