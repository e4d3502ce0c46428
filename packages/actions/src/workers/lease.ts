import type { Db, Tx } from '@pinpaint/db';
import { type EditId, ok, type Result, type WorkerId } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import { type EditAt, findEditRow } from '../edits/findEdit.ts';
import { type Problem, problem } from '../problem.ts';

/** Long enough for a beat or two to get lost, short enough that nobody waits long for a dead worker's edit. */
export const leaseMs = 15_000;
/** How often a worker should beat. */
export const beatMs = 3_000;
/** An edit that has brought down this many workers is not given to a fourth. */
export const attemptLimit = 3;

/** What a worker says it holds. */
export type Lease = {
  readonly editId: EditId;
  readonly workerId: WorkerId;
  readonly epoch: number;
};

/** The edit under this lease; `lease.lost` also for an edit of another studio, so that ids tell nothing. */
export async function findLeased(
  db: Db | Tx,
  { tokenId, studioId }: WorkerActor,
  { editId, workerId, epoch }: Lease,
): Promise<Result<EditAt, Problem>> {
  const held = await db.edit.findFirst({
    where: {
      id: editId,
      ...(studioId ? { studioId } : {}),
      workerId,
      leaseEpoch: epoch,
      worker: { tokenId },
    },
    select: { studioId: true },
  });
  const edit = held && (await findEditRow(db, held.studioId, editId));
  if (!edit || edit.leaseEpoch !== epoch) return problem('lease.lost', { editId });
  return ok(edit);
}

/** As `findLeased`, of a run that is still under way and has not been answered. */
export async function findRunning(
  db: Db | Tx,
  worker: WorkerActor,
  lease: Lease,
): Promise<Result<EditAt, Problem>> {
  const found = await findLeased(db, worker, lease);
  if (!found.ok) return found;
  const { state, answeredAt } = found.value;
  return state === 'running' && !answeredAt ? found : problem('lease.lost', { editId: lease.editId, state });
}
