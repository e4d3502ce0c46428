import type { Ctx } from '../ctx.ts';
import { beatMs } from './lease.ts';

/** Who asks for work is there; written down no more often than a worker that is busy says so. */
export async function noteSeen(
  ctx: Pick<Ctx, 'db' | 'now'>,
  { id, seenAt }: { readonly id: string; readonly seenAt: Date },
): Promise<void> {
  const now = ctx.now();
  if (now.getTime() - seenAt.getTime() <= beatMs) return;
  await ctx.db.worker.update({ where: { id }, data: { seenAt: now } });
}
