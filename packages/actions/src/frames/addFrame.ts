import { writing } from '@pinpaint/db';
import { type BoardId, type FrameId, ok, type Result } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import { keepBlobs } from '../blobs/keepBlobs.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { mayAddFrame } from './mayAddFrame.ts';
import { framesPerBoard, nextFrameNumber } from './nextFrameNumber.ts';
import { type Frame, toFrame } from './toFrame.ts';

export type AddFrame = {
  readonly id: FrameId;
  readonly boardId: BoardId;
  readonly name: string;
  /** The upload, already looked through and stored. */
  readonly upload: { readonly digest: string; readonly bytes: number; readonly mediaType: string };
};

/** Puts an uploaded picture on a board; the renderer then makes its master and v1. */
export async function addFrame(ctx: Ctx, actor: Actor, wish: AddFrame): Promise<Result<Frame, Problem>> {
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const allowed = await mayAddFrame(tx, actor, wish);
    if (!allowed.ok) return allowed;
    const board = allowed.value;
    const sent = await tx.frame.findFirst({ where: { id: wish.id } });
    if (sent) {
      const same = sent.boardId === board.id && sent.uploadDigest === wish.upload.digest;
      return same ? ok(toFrame(sent)) : problem('frame.id-taken', { id: wish.id });
    }
    const number = await nextFrameNumber(tx, board.id);
    if (!number) return problem('board.full', { limit: framesPerBoard });
    await keepBlobs(tx, actor.studioId, [wish.upload]);
    const frame = await tx.frame.create({
      data: {
        id: wish.id,
        studioId: actor.studioId,
        boardId: board.id,
        number,
        name: name.value,
        state: 'ingesting',
        uploadDigest: wish.upload.digest,
        uploadType: wish.upload.mediaType,
        createdBy: personIdOf(actor),
      },
    });
    record({
      topic: 'frame.added',
      subject: { kind: 'frame', id: frame.id },
      scope: { ...board.scope, frameId: wish.id },
      payload: { number, upload: wish.upload.digest, bytes: wish.upload.bytes },
      texts: { name: name.value },
    });
    await ctx.queue.enqueue(tx, 'frame.ingest', { studioId: actor.studioId, frameId: frame.id });
    return ok(toFrame(frame));
  });
}
