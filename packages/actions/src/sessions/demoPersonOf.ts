import type { Db } from '@pinpaint/db';
import { type PersonId, type Role, roles, type StudioId } from '@pinpaint/domain';

/**
 * The person of a demo studio who has this role; null: there is none. Only who has the address that a demo
 * studio makes up is one (nobody can own one under .example), so that even a wrong setting lets nobody in
 * as a real person.
 */
export async function demoPersonOf(
  db: Db,
  { studioId, role }: { readonly studioId: StudioId; readonly role: string },
): Promise<PersonId | null> {
  const known = roles.find((one) => one === role);
  if (!known) return null;
  const email = demoAddress(studioId, known);
  const member = await db.member.findFirst({ where: { studioId, projectId: null, person: { email } } });
  return member ? (member.personId as PersonId) : null;
}

/** Where no mail arrives: .example is reserved (RFC 2606). */
export function demoAddress(studioId: StudioId, role: Role): string {
  return `${role}@demo-${studioId.slice(-12)}.example`;
}
