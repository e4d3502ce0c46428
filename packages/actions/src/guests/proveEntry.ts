import { verify } from '@node-rs/argon2';
import { ok, type Result } from '@pinpaint/domain';
import { cleanEmail } from '../access/cleanEmail.ts';
import type { Ctx } from '../ctx.ts';
import type { OpenLink } from '../links/openLink.ts';
import { type Problem, problem } from '../problem.ts';
import type { EnterReview } from './enterReview.ts';
import { takeReviewCode } from './reviewCode.ts';

/** What a link asks for beyond itself. The code comes last: it is used up by being looked at. */
export async function proveEntry(
  ctx: Pick<Ctx, 'db' | 'now'>,
  link: OpenLink,
  { token, password, email, code }: EnterReview,
): Promise<Result<{ readonly email: string | null }, Problem>> {
  if (link.passwordHash !== null && !(await verify(link.passwordHash, password ?? ''))) {
    return problem('link.wrong-password');
  }
  if (!link.asksCode) return ok({ email: null });
  const address = cleanEmail(email ?? '');
  if (!address.ok) return address;
  const wish = { linkId: link.id, token, email: address.value, code: code ?? '' };
  return (await takeReviewCode(ctx, wish)) ? ok({ email: address.value }) : problem('link.wrong-code');
}
