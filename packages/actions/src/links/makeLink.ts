import { hash } from '@node-rs/argon2';
import { type Tx, writing } from '@pinpaint/db';
import { type BoardId, type LinkId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import { newSecret } from '../access/secrets.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findProject } from '../projects/findProject.ts';
import { type MadeLink, toLink, withGuests } from './toLink.ts';

export type MakeLink = {
  readonly id: LinkId;
  readonly projectId: ProjectId;
  /** null: every board of the project. */
  readonly boardId: BoardId | null;
  /** For whom it is, as the studio calls them. */
  readonly name: string;
  readonly mayComment: boolean;
  readonly maySignOff: boolean;
  /** Asked for before somebody enters; null: the link alone is enough. */
  readonly password: string | null;
  /** Whether who enters has to prove an address by a mailed code. */
  readonly asksCode: boolean;
  /** null: until it is revoked. */
  readonly expiresAt: Date | null;
};

/** A client's way in, without an account. Whoever has its secret can enter, so it is shown once. */
export async function makeLink(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  wish: MakeLink,
): Promise<Result<MadeLink, Problem>> {
  const { studioId } = actor;
  const { projectId, boardId } = wish;
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  if (wish.expiresAt && wish.expiresAt <= ctx.now()) return problem('expiry.past');
  const passwordHash = wish.password === null ? null : await hash(wish.password);
  const by = { studioId, actor: deedActor(actor) };
  return writing<MadeLink, Problem>(ctx.db, by, async ({ tx, record }) => {
    const found = await findProject(tx, actor, { projectId, action: 'link.manage' });
    if (!found.ok) return found;
    const sent = await tx.reviewLink.findUnique({ where: { id: wish.id }, include: withGuests });
    if (sent) {
      const same = sent.projectId === projectId && sent.boardId === boardId && sent.name === name.value;
      return same ? ok({ link: toLink(sent), secret: null }) : problem('link.id-taken');
    }
    if (found.value.archivedAt) return problem('project.archived');
    if (boardId && !(await isBoardOf(tx, { boardId, projectId })))
      return problem('board.not-found', { boardId });
    const { secret, hash: secretHash } = newSecret('link');
    const { id, mayComment, maySignOff, asksCode, expiresAt } = wish;
    const link = await tx.reviewLink.create({
      data: {
        id,
        studioId,
        projectId,
        boardId,
        name: name.value,
        hash: secretHash,
        mayComment,
        maySignOff,
        passwordHash,
        asksCode,
        expiresAt,
        createdBy: by.actor.id,
      },
    });
    record({
      topic: 'link.made',
      subject: { kind: 'link', id },
      scope: { projectId, ...(boardId ? { boardId } : {}) },
      payload: {
        mayComment,
        maySignOff,
        asksPassword: passwordHash !== null,
        asksCode,
        expiresAt: expiresAt?.toISOString() ?? null,
      },
      texts: { name: name.value },
    });
    return ok({ link: toLink({ ...link, guests: [] }), secret });
  });
}

/** The project was found in the actor's studio, so its boards are the studio's. */
async function isBoardOf(
  tx: Tx,
  { boardId, projectId }: { readonly boardId: BoardId; readonly projectId: ProjectId },
): Promise<boolean> {
  return (await tx.board.count({ where: { id: boardId, projectId } })) > 0;
}
