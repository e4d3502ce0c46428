import type { Db } from '@pinpaint/db';
import type { PersonId, StudioId } from '@pinpaint/domain';

export type KnownMember = {
  readonly personId: PersonId;
  readonly email: string;
  readonly name: string;
  /** Of several, the one they have been in longest. */
  readonly studioId: StudioId;
};

/** Who has this address and a role anywhere. @param email as `cleanEmail` gives it. */
export async function findMemberByEmail(db: Db, email: string): Promise<KnownMember | null> {
  const member = await db.member.findFirst({
    where: { person: { email } },
    orderBy: { id: 'asc' },
    include: { person: true },
  });
  if (!member) return null;
  const { personId, studioId, person } = member;
  return {
    personId: personId as PersonId,
    email: person.email,
    name: person.name,
    studioId: studioId as StudioId,
  };
}
