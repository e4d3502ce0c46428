import { writing } from '@pinpaint/db';
import { type BoardId, type FrameId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import { permit } from '../access/permit.ts';
import { keepBlob } from '../blobs/keepBlob.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { type Frame, toFrame } from './toFrame.ts';

export type AddFrame = {
  readonly id: FrameId;
  readonly boardId: BoardId;
  readonly name: string;
  /** The upload, already looked through and stored. */
  readonly upload: { readonly digest: string; readonly bytes: number; readonly mediaType: string };
};

/** Boards of a thousand pictures are slow for everybody; a project has as many boards as it wants. */
const framesPerBoard = 1_000;

/** Puts an uploaded picture on a board; the renderer then makes its master and v1. */
export async function addFrame(ctx: Ctx, actor: Actor, wish: AddFrame): Promise<Result<Frame, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const board = await tx.board.findFirst({
      where: { id: wish.boardId, studioId: actor.studioId, archivedAt: null },
    });
    if (!board) return problem('board.not-found', { boardId: wish.boardId });
    const scope = { projectId: board.projectId as ProjectId, boardId: wish.boardId, frameId: wish.id };
    const allowed = permit(actor, 'frame.upload', scope, 'board.not-found');
    if (!allowed.ok) return allowed;
    const sent = await tx.frame.findFirst({ where: { id: wish.id } });
    if (sent) {
      const same = sent.boardId === board.id && sent.uploadDigest === wish.upload.digest;
      return same ? ok(toFrame(sent)) : problem('frame.id-taken', { id: wish.id });
    }
    const last = await tx.frame.aggregate({
      where: { boardId: board.id },
      _max: { number: true },
      _count: true,
    });
    if (last._count >= framesPerBoard) return problem('board.full', { limit: framesPerBoard });
    await keepBlob(tx, actor.studioId, wish.upload);
    const frame = await tx.frame.create({
      data: {
        id: wish.id,
        studioId: actor.studioId,
        boardId: board.id,
        number: (last._max.number ?? 0) + 1,
        name: wish.name,
        state: 'ingesting',
        uploadDigest: wish.upload.digest,
        uploadType: wish.upload.mediaType,
        createdBy: personIdOf(actor),
      },
    });
    record({
      topic: 'frame.added',
      subject: { kind: 'frame', id: frame.id },
      scope,
      payload: { number: frame.number, upload: wish.upload.digest, bytes: wish.upload.bytes },
      texts: { name: wish.name },
    });
    await ctx.queue.enqueue(tx, 'frame.ingest', { studioId: actor.studioId, frameId: frame.id });
    return ok(toFrame(frame));
  });
}
