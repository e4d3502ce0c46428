import { type GuestId, type LinkId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { type Board, toBoard } from '../boards/toBoard.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';

/** What a guest may see and do: the page of a link begins with it. */
export type Review = {
  readonly link: {
    readonly id: LinkId;
    readonly mayComment: boolean;
    readonly maySignOff: boolean;
    readonly expiresAt: string | null;
  };
  readonly guest: { readonly id: GuestId; readonly name: string; readonly verified: boolean };
  readonly studio: { readonly name: string };
  readonly project: { readonly id: ProjectId; readonly name: string };
  /** The link's one, or all of the project that are not archived; at most `shownBoards`. */
  readonly boards: readonly Pick<Board, 'id' | 'name'>[];
};

/** More than a client would scroll through on a phone. */
const shownBoards = 200;

export async function readReview(ctx: Pick<Ctx, 'db'>, actor: Actor): Promise<Result<Review, Problem>> {
  if (actor.kind !== 'guest') return problem('link.not-found');
  const { studioId, projectId, boardId, guestId } = actor;
  const guest = await ctx.db.guest.findFirst({
    where: { id: guestId, studioId },
    include: { link: { include: { project: true, studio: { select: { name: true } } } } },
  });
  if (!guest) return problem('link.not-found');
  const { link } = guest;
  const boards = await ctx.db.board.findMany({
    where: { studioId, projectId, archivedAt: null, ...(boardId ? { id: boardId } : {}) },
    orderBy: { id: 'asc' },
    take: shownBoards,
  });
  return ok({
    link: {
      id: actor.linkId,
      mayComment: link.mayComment,
      maySignOff: link.maySignOff,
      expiresAt: link.expiresAt?.toISOString() ?? null,
    },
    guest: { id: guestId, name: guest.name, verified: guest.email !== null },
    studio: { name: link.studio.name },
    project: { id: projectId, name: link.project.name },
    boards: boards.map(toBoard).map(({ id, name }) => ({ id, name })),
  });
}
