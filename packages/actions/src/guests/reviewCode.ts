import { createHash, randomInt } from 'node:crypto';
import type { LinkId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';

export const codeMinutes = 10;
/** Of a million codes; somebody who mistypes has enough of them. */
const triesAtMost = 5;

type CodeFor = { readonly linkId: LinkId; readonly token: string; readonly email: string };

/** A new code for an address; one that was mailed to it before is of no use any more. */
export async function newReviewCode({ db, now }: Pick<Ctx, 'db' | 'now'>, wish: CodeFor): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const { linkId, email } = wish;
  const expiresAt = new Date(now().getTime() + codeMinutes * 60_000);
  const kept = { hash: hashOf({ ...wish, code }), expiresAt, tries: 0 };
  await db.reviewCode.upsert({
    where: { linkId_email: { linkId, email } },
    create: { linkId, email, ...kept },
    update: kept,
  });
  return code;
}

/**
 * Whether this is the code; then it is gone. A try is counted before the code is looked at, so that many at
 * once are no more tries than many after another, and the delete lets one of two have it.
 */
export async function takeReviewCode(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  wish: CodeFor & { readonly code: string },
): Promise<boolean> {
  const { linkId, email } = wish;
  const counted = await db.reviewCode.updateMany({
    where: { linkId, email, tries: { lt: triesAtMost }, expiresAt: { gt: now() } },
    data: { tries: { increment: 1 } },
  });
  if (counted.count === 0) return false;
  const { count } = await db.reviewCode.deleteMany({ where: { linkId, email, hash: hashOf(wish) } });
  return count === 1;
}

function hashOf({ token, email, code }: Omit<CodeFor, 'linkId'> & { readonly code: string }): string {
  return createHash('sha256').update(`${token} ${email} ${code}`).digest('hex');
}
