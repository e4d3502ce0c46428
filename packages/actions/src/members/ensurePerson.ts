import type { Db, Tx } from '@pinpaint/db';
import { newId, type PersonId } from '@pinpaint/domain';

export type Account = { readonly id: PersonId; readonly email: string; readonly name: string };

/** The account of an address. One that exists keeps its own name: a studio doesn't rename people. */
export async function ensurePerson(
  db: Db | Tx,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<Account> {
  // Not an upsert: Prisma's reads first, and two studios may add the same person at the same time.
  await db.person.createMany({ data: [{ id: newId(), email, name }], skipDuplicates: true });
  const person = await db.person.findUniqueOrThrow({ where: { email } });
  return { id: person.id as PersonId, email: person.email, name: person.name };
}
