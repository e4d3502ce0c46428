import type { Db, Tx } from '@pinpaint/db';
import { type EditId, type EditState, ok, type Result, type StudioId, type WorkerId } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import type { AreaEstimate } from '../edits/estimateArea.ts';
import type { PreparedPlanes } from '../edits/savePreparation.ts';
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

/** What a worker's requests need to know of its edit. */
export type LeasedEdit = {
  readonly studioId: StudioId;
  readonly state: EditState;
  readonly progress: number;
  readonly answeredAt: Date | null;
  readonly planes: PreparedPlanes;
  readonly estimate: AreaEstimate;
  readonly variants: number;
  readonly previewAt: Date | null;
};

/** The edit under this lease; `lease.lost` also for an edit of another studio, so that ids tell nothing. */
export async function findLeased(
  db: Db | Tx,
  { tokenId, studioId }: WorkerActor,
  { editId, workerId, epoch }: Lease,
): Promise<Result<LeasedEdit, Problem>> {
  const edit = await db.edit.findFirst({
    where: {
      id: editId,
      ...(studioId ? { studioId } : {}),
      workerId,
      leaseEpoch: epoch,
      worker: { tokenId },
    },
    select: {
      studioId: true,
      state: true,
      progress: true,
      answeredAt: true,
      planes: true,
      estimate: true,
      variants: true,
      previewAt: true,
    },
  });
  return edit ? ok(edit as unknown as LeasedEdit) : problem('lease.lost', { editId });
}

/** As `findLeased`, of a run that is still under way and has not been answered. */
export async function findRunning(
  db: Db | Tx,
  worker: WorkerActor,
  lease: Lease,
): Promise<Result<LeasedEdit, Problem>> {
  const found = await findLeased(db, worker, lease);
  if (!found.ok) return found;
  const { state, answeredAt } = found.value;
  return state === 'running' && !answeredAt ? found : problem('lease.lost', { editId: lease.editId, state });
}

/** In a WHERE: what still is under a lease and not answered. The move is made or it isn't; nothing lies in between. */
export function stillRunning({ editId, workerId, epoch }: Lease) {
  return { id: editId, state: 'running', leaseEpoch: epoch, workerId, answeredAt: null } as const;
}
