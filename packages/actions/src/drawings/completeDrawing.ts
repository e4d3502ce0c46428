import { writing } from '@pinpaint/db';
import { type Cost, type EditId, ok, type Result, type StudioId } from '@pinpaint/domain';
import { systemActor } from '../access/systemActor.ts';
import { type KeptBlob, keepBlobs } from '../blobs/keepBlobs.ts';
import type { Provenance } from '../candidates/toCandidate.ts';
import type { Ctx } from '../ctx.ts';
import { findEditRow } from '../edits/findEdit.ts';
import { swapEditState } from '../edits/swapEditState.ts';
import { type Problem, problem } from '../problem.ts';
import type { Drawing } from './toDrawing.ts';

type Drawn = {
  readonly studioId: StudioId;
  readonly editId: EditId;
  /** The lease under which the answer came. */
  readonly epoch: number;
  /** A PNG: from here on it is as an upload. */
  readonly picture: KeptBlob;
  readonly provenance: Provenance | null;
};

/** The picture is there; the frame goes the way of an upload. Done twice, or after it was cancelled, it changes nothing. */
export async function completeDrawing(
  ctx: Pick<Ctx, 'db' | 'queue' | 'now'>,
  { studioId, editId, epoch, picture, provenance }: Drawn,
): Promise<Result<null, Problem>> {
  return writing(ctx.db, { studioId, actor: systemActor }, async (w) => {
    const edit = await findEditRow(w.tx, studioId, editId);
    if (!edit) return problem('edit.not-found', { editId });
    if (edit.state !== 'running' || edit.leaseEpoch !== epoch || edit.frame.state !== 'drawing')
      return ok(null);
    const { scope, frameId } = edit;
    const usd = (edit.cost as Cost | null)?.usd ?? null;
    const data = { endedAt: ctx.now(), progress: 1 };
    const proposed = await swapEditState(w, { edit, event: 'propose', scope, data, payload: { usd } });
    if (!proposed.ok) return proposed;
    // There is nothing to choose from: what was asked for is the frame.
    const accepted = await swapEditState(w, {
      edit: { ...edit, state: proposed.value },
      event: 'accept',
      scope,
    });
    if (!accepted.ok) return accepted;
    await keepBlobs(w.tx, studioId, [picture]);
    const drawing: Drawing = { ...(edit.frame.drawing as Drawing), provenance };
    await w.tx.frame.update({
      where: { id: frameId },
      data: { state: 'ingesting', uploadDigest: picture.digest, uploadType: picture.mediaType, drawing },
    });
    w.record({
      topic: 'frame.drawn',
      subject: { kind: 'frame', id: frameId },
      scope,
      payload: { upload: picture.digest, editId, engine: edit.engine, generated: true },
    });
    await ctx.queue.enqueue(w.tx, 'frame.ingest', { studioId, frameId });
    return ok(null);
  });
}
