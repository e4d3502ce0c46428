import type { Ctx } from '../ctx.ts';

/** The API keeps answers for a day; a day more, and nobody will ask. For the housekeeping job. */
const forgottenMs = 48 * 60 * 60 * 1000;

export async function forgetIdempotencyKeys({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<number> {
  const before = new Date(now().getTime() - forgottenMs);
  const { count } = await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}
