import type { Tx } from '@pinpaint/db';
import { problem } from '../problem.ts';

/** One person's; more would keep everybody else waiting for what nobody will look through. */
const waitingLimit = 20;

/** Why somebody may queue no further edit now; null: they may. */
export async function waitingProblem(
  tx: Tx,
  { studioId, by }: { readonly studioId: string; readonly by: string },
) {
  const waiting = await tx.edit.count({
    where: { studioId, createdBy: by, state: { in: ['queued', 'running'] } },
  });
  return waiting >= waitingLimit ? problem('edit.too-many-waiting', { limit: waitingLimit }) : null;
}
