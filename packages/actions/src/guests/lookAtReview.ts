import { type LinkId, ok, type Result } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { openLink } from '../links/openLink.ts';
import type { Problem } from '../problem.ts';

/** What whoever holds a link learns before they enter. */
export type LinkLook = {
  readonly id: LinkId;
  readonly studio: { readonly name: string };
  readonly project: { readonly name: string };
  readonly mayComment: boolean;
  readonly maySignOff: boolean;
  readonly asksPassword: boolean;
  readonly asksCode: boolean;
};

export async function lookAtReview(
  ctx: Pick<Ctx, 'db' | 'now'>,
  { token }: { readonly token: string },
): Promise<Result<LinkLook, Problem>> {
  const opened = await openLink(ctx, token);
  if (!opened.ok) return opened;
  const { id, passwordHash, asksCode } = opened.value;
  const { studio, project, mayComment, maySignOff } = await ctx.db.reviewLink.findUniqueOrThrow({
    where: { id },
    select: {
      mayComment: true,
      maySignOff: true,
      studio: { select: { name: true } },
      project: { select: { name: true } },
    },
  });
  return ok({ id, studio, project, mayComment, maySignOff, asksPassword: passwordHash !== null, asksCode });
}
