import type { Ctx } from '../ctx.ts';

/** `hash` of the link's secret and of the browser that asked for it: neither alone is of use. */
export type SignInMail = { readonly hash: string; readonly email: string; readonly expiresAt: Date };

/** Nobody has signed in by it yet, so it owes the ledger nothing. */
export async function keepSignInMail({ db }: Pick<Ctx, 'db'>, mail: SignInMail): Promise<void> {
  await db.signInMail.create({ data: mail });
}

/** Of two who come with the same link at once, the delete lets one have it. Null: used, too old, or never sent. */
export async function takeSignInMail(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { hash, email }: Omit<SignInMail, 'expiresAt'>,
): Promise<SignInMail | null> {
  const mail = await db.signInMail.findUnique({ where: { hash, email } });
  if (!mail) return null;
  const { count } = await db.signInMail.deleteMany({ where: { hash } });
  return count === 1 && mail.expiresAt > now() ? mail : null;
}
