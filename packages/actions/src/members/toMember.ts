import type { Prisma } from '@pinpaint/db';
import type { MemberId, PersonId, ProjectId, Role } from '@pinpaint/domain';

export type Member = {
  readonly id: MemberId;
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string };
  readonly role: Role;
  /** null: the whole studio. */
  readonly projectId: ProjectId | null;
  readonly createdAt: string;
};

export type MemberRow = Prisma.MemberModel & { readonly person: Prisma.PersonModel };

export function toMember(row: MemberRow): Member {
  const { id, name, email } = row.person;
  return {
    id: row.id as MemberId,
    person: { id: id as PersonId, name, email },
    role: row.role,
    projectId: row.projectId as ProjectId | null,
    createdAt: row.createdAt.toISOString(),
  };
}
