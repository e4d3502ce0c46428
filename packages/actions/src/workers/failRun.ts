import type { Result } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { failEdit } from '../edits/failEdit.ts';
import type { Problem } from '../problem.ts';
import { findRunning, type Lease } from './lease.ts';

export type FailRun = Lease & {
  /** `engine.…` */
  readonly code: string;
  readonly says: string;
  /** As a service billed it; without it the estimate counts. */
  readonly usd?: number | undefined;
};

/** The engine can't do it: trying again would end the same way, so the edit fails. */
export async function failRun(ctx: Ctx, actor: WorkerActor, wish: FailRun): Promise<Result<null, Problem>> {
  const { workerId, epoch, code, says, usd } = wish;
  const found = await findRunning(ctx.db, actor, wish);
  if (!found.ok) return found;
  return failEdit(ctx, {
    studioId: found.value.studioId,
    editId: wish.editId,
    code,
    says,
    usd,
    by: { kind: 'worker', id: workerId },
    lease: { workerId, epoch },
  });
}
