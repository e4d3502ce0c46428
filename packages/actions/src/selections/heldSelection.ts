import { Prisma } from '@pinpaint/db';
import { ok, type Result, type SelectionId, type WorkerId } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import type { KeptView } from './selection.ts';

/** What a worker says it looks at. */
export type HeldSelection = { readonly selectionId: SelectionId; readonly workerId: WorkerId };

/** In a WHERE: given to this worker, and still waited for. */
export function stillHeld({ selectionId, workerId }: HeldSelection) {
  return { id: selectionId, workerId, answer: { equals: Prisma.DbNull } };
}

/** What there is to look at; `selection.not-waited-for` also for another worker's, so that ids tell nothing. */
export async function findHeldSelection(
  db: Ctx['db'],
  { tokenId }: WorkerActor,
  held: HeldSelection,
): Promise<Result<{ readonly view: KeptView; readonly segmenter: string }, Problem>> {
  const row = await db.selection.findFirst({
    where: { ...stillHeld(held), worker: { tokenId } },
    select: { view: true, worker: { select: { segmenter: true } } },
  });
  if (!row) return problem('selection.not-waited-for', { selectionId: held.selectionId });
  return ok({ view: row.view as unknown as KeptView, segmenter: row.worker?.segmenter ?? '' });
}
