import type { Ctx } from '../ctx.ts';

type Identity = { readonly issuer: string; readonly subject: string };

/** The address of whom an OpenID provider means; null: it has not been bound to anybody here. */
export async function findIdentity({ db }: Pick<Ctx, 'db'>, who: Identity): Promise<string | null> {
  const found = await db.identity.findUnique({ where: { issuer_subject: who }, include: { person: true } });
  return found?.person.email ?? null;
}

/** @param email verified by the provider. */
export async function keepIdentity(
  { db }: Pick<Ctx, 'db'>,
  { email, ...who }: Identity & { readonly email: string },
): Promise<void> {
  const person = await db.person.findUniqueOrThrow({ where: { email } });
  await db.identity.create({ data: { ...who, personId: person.id } });
}
