import type { EditId, StudioId } from '@pinpaint/domain';
import { systemActor } from '../access/systemActor.ts';
import type { Ctx } from '../ctx.ts';
import { failEdit } from '../edits/failEdit.ts';

const minuteMs = 60_000;
/** A renderer's step takes a second; after this long its job has got lost. */
const stuckAfterMs = minuteMs;
/** After this long it is the edit itself that no renderer gets done. */
const givenUpAfterMs = 10 * minuteMs;

/** Jobs end after a few tries; the rows still say what is to be done. */
export async function pushStuckEdits(ctx: Pick<Ctx, 'db' | 'queue' | 'now'>): Promise<void> {
  const now = ctx.now().getTime();
  const before = new Date(now - stuckAfterMs);
  const stuck = await ctx.db.edit.findMany({
    where: {
      OR: [
        { state: 'queued', preparedAt: null, createdAt: { lt: before } },
        { state: 'running', answeredAt: { lt: before } },
      ],
    },
    select: { id: true, studioId: true, createdAt: true, answeredAt: true },
    take: 100,
  });
  for (const { id, studioId, createdAt, answeredAt } of stuck) {
    const place = { studioId: studioId as StudioId, editId: id as EditId };
    if (now - (answeredAt ?? createdAt).getTime() > givenUpAfterMs) {
      const code = answeredAt ? 'edit.not-published' : 'edit.not-prepared';
      await failEdit(ctx, { ...place, code, says: null, by: systemActor });
      continue;
    }
    await ctx.db.$transaction((tx) =>
      ctx.queue.enqueue(tx, answeredAt ? 'edit.publish' : 'edit.prepare', place),
    );
  }
}
