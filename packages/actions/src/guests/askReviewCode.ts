import { ok, type Result } from '@pinpaint/domain';
import { cleanEmail } from '../access/cleanEmail.ts';
import type { Ctx } from '../ctx.ts';
import { openLink } from '../links/openLink.ts';
import { type Problem, problem } from '../problem.ts';
import { newReviewCode } from './reviewCode.ts';

export type CodeLetter = { readonly to: string; readonly code: string };

/** A code for whoever reads the mail of an address, to enter a link by. Nobody has entered yet, so it owes the ledger nothing. */
export async function askReviewCode(
  ctx: Pick<Ctx, 'db' | 'now'>,
  { token, email }: { readonly token: string; readonly email: string },
): Promise<Result<CodeLetter, Problem>> {
  const opened = await openLink(ctx, token);
  if (!opened.ok) return opened;
  if (!opened.value.asksCode) return problem('link.asks-no-code');
  const address = cleanEmail(email);
  if (!address.ok) return address;
  const to = address.value;
  return ok({ to, code: await newReviewCode(ctx, { linkId: opened.value.id, token, email: to }) });
}
