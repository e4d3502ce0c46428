import type { EngineFacts, Result, WorkerId } from '@pinpaint/domain';
import { ok } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import { mayAnywhere } from '../access/projectScope.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { workerSeenMs } from './connectedEngines.ts';

export type WorkerView = {
  readonly id: WorkerId;
  readonly name: string;
  /** The installation's own serve every studio. */
  readonly of: 'studio' | 'installation';
  readonly engines: readonly EngineFacts[];
  /** The model that answers selections there; null: it has none. */
  readonly segmenter: string | null;
  readonly state: 'connected' | 'draining' | 'away';
  readonly seenAt: string;
};

/** How long a worker that went away is still listed. */
const forgottenAfterMs = 24 * 60 * 60 * 1000;

export async function listWorkers(
  ctx: Ctx,
  actor: Actor,
  wish: PageWish,
): Promise<Result<Page<WorkerView>, Problem>> {
  if (actor.kind !== 'person' || !mayAnywhere(actor, 'worker.read'))
    return problem('right.missing', { action: 'worker.read' });
  const now = ctx.now().getTime();
  const rows = await ctx.db.worker.findMany({
    where: {
      OR: [{ studioId: actor.studioId }, { studioId: null }],
      seenAt: { gte: new Date(now - forgottenAfterMs) },
      ...afterId(wish),
    },
    ...onePage(wish),
  });
  return ok(
    toPage(rows, wish, (row) => ({
      id: row.id as WorkerId,
      name: row.name,
      of: row.studioId ? 'studio' : 'installation',
      engines: row.engines as unknown as readonly EngineFacts[],
      segmenter: row.segmenter,
      state: now - row.seenAt.getTime() > workerSeenMs ? 'away' : row.drainingAt ? 'draining' : 'connected',
      seenAt: row.seenAt.toISOString(),
    })),
  );
}
