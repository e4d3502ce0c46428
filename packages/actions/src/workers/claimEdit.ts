import { writing } from '@pinpaint/db';
import {
  type DrawnShape,
  type EditId,
  type EngineFacts,
  type Intent,
  ok,
  type PixelSize,
  type Result,
  type StudioId,
  type WorkerId,
} from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import { systemActor } from '../access/systemActor.ts';
import type { Ctx } from '../ctx.ts';
import type { AreaEstimate } from '../edits/estimateArea.ts';
import { failEdit } from '../edits/failEdit.ts';
import { findEditRow } from '../edits/findEdit.ts';
import { isLimitReached, limitProblem } from '../edits/limitProblem.ts';
import type { PreparedPlanes } from '../edits/savePreparation.ts';
import { swapEditState } from '../edits/swapEditState.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { findWorker } from './findWorker.ts';
import { beatMs, leaseMs } from './lease.ts';
import { lookUntil } from './lookUntil.ts';
import { nextWaiting } from './nextWaiting.sql.ts';
import { noteSeen } from './noteSeen.ts';
import { takeBackLeases } from './takeBackLeases.ts';
import { hasTurn, turnsLeft } from './turnsLeft.sql.ts';

export type ClaimEdit = {
  readonly workerId: WorkerId;
  /** How long to wait for work when there is none. */
  readonly waitMs: number;
  readonly signal?: AbortSignal;
};

/** What a worker needs besides the planes. */
export type ClaimedEdit = {
  readonly editId: EditId;
  readonly epoch: number;
  readonly leaseMs: number;
  readonly beatMs: number;
  readonly engine: string;
  readonly intent: Intent;
  readonly note: string;
  readonly seed: number;
  readonly strength: number;
  readonly variants: number;
  readonly size: PixelSize;
  readonly depth: 8 | 16;
  /** It is drawn from the note alone, in this shape: there are no planes to ask for. */
  readonly draws: DrawnShape | null;
  /** Of the whole run: what it takes when it takes long, as its estimate says. */
  readonly expectedSeconds: number;
};

/** Of those who lose a race for an edit: enough to get another one, or to know that there is none. */
const tries = 5;

/** The next edit for this worker, or null when none came in time. */
export async function claimEdit(
  ctx: Ctx,
  actor: WorkerActor,
  { workerId, waitMs, signal }: ClaimEdit,
): Promise<Result<ClaimedEdit | null, Problem>> {
  const taken = await lookUntil(ctx.workCalls, { waitMs, signal }, async () => {
    const next = await takeNext(ctx, actor, workerId);
    return next.ok && !next.value ? null : next;
  });
  return taken ?? ok(null);
}

async function takeNext(
  ctx: Ctx,
  actor: WorkerActor,
  workerId: WorkerId,
): Promise<Result<ClaimedEdit | null, Problem>> {
  const [found] = await Promise.all([
    findWorker(ctx.db, actor, workerId),
    takeBackLeases(ctx, { studioId: actor.studioId }),
  ]);
  if (!found.ok) return found;
  const worker = found.value;
  if (worker.drainingAt) return ok(null);
  await noteSeen(ctx, worker);
  const engines = worker.engines as unknown as readonly EngineFacts[];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const turns = await turnsLeft(ctx.db, { studioId: actor.studioId, engines, now: ctx.now() });
    const waiting = await nextWaiting(ctx.db, { studioId: actor.studioId, turns });
    if (!waiting) return ok(null);
    const at = { studioId: waiting.studioId as StudioId, editId: waiting.id as EditId };
    const taken = await take(ctx, { id: workerId, studioId: actor.studioId, engines }, at);
    if (taken.ok) return taken;
    const { code } = taken.error;
    // What ran meanwhile was billed more than was estimated: there is no money left for this one.
    if (isLimitReached(code)) await failEdit(ctx, { ...at, code, says: null, by: systemActor });
  }
  return ok(null);
}

type Taker = {
  readonly id: WorkerId;
  readonly studioId: StudioId | null;
  readonly engines: readonly EngineFacts[];
};

type Waiting = { readonly studioId: StudioId; readonly editId: EditId };

async function take(
  ctx: Ctx,
  worker: Taker,
  { studioId, editId }: Waiting,
): Promise<Result<ClaimedEdit, Problem>> {
  const workerId = worker.id;
  const by = { kind: 'worker', id: workerId } as const;
  return writing(ctx.db, { studioId, actor: by }, async (w) => {
    const edit = await findEditRow(w.tx, studioId, editId);
    if (edit?.state !== 'queued') return problem('edit.changed-meanwhile', { editId });
    const now = ctx.now();
    const facts = worker.engines.find(({ name }) => name === edit.engine);
    const turn = { studioId: worker.studioId, calls: edit.variants, now };
    if (!facts || !(await hasTurn(w.tx, { ...turn, engine: facts })))
      return problem('edit.changed-meanwhile', { editId });
    const epoch = edit.leaseEpoch + 1;
    const { region } = edit.estimate as unknown as AreaEstimate;
    const beyond = await limitProblem(w.tx, {
      studioId,
      projectId: edit.scope.projectId,
      usd: region.usd,
      now,
      begunOnly: true,
    });
    if (beyond) return beyond;
    const moved = await swapEditState(w, {
      edit,
      event: 'claim',
      scope: edit.scope,
      data: {
        leaseEpoch: epoch,
        leaseUntil: new Date(now.getTime() + leaseMs),
        workerId,
        attempts: edit.attempts + 1,
        progress: 0,
        ahead: null,
        previewAt: null,
        previewVariant: null,
        startedAt: now,
      },
      payload: { workerId, epoch },
    });
    if (!moved.ok) return moved;
    const { size, depth } = edit.planes as unknown as PreparedPlanes;
    const { engine, note, seed, strength, variants } = edit;
    const intent = edit.intent as unknown as Intent;
    return ok({
      editId,
      epoch,
      leaseMs,
      beatMs,
      engine,
      intent,
      note,
      seed,
      strength,
      variants,
      size,
      depth,
      draws: edit.draws as DrawnShape | null,
      expectedSeconds: region.spread?.high ?? region.seconds,
    });
  });
}
