import type { Tx } from '@pinpaint/db';
import type { MemberAt } from './findMember.ts';

/** Whether the studio would be nobody's without this member. Two owners who leave at once are two writes, one after the other. */
export async function isLastOwner(tx: Tx, { studioId, id, role, projectId }: MemberAt): Promise<boolean> {
  if (role !== 'owner' || projectId) return false;
  const others = await tx.member.count({
    where: { studioId, projectId: null, role: 'owner', id: { not: id } },
  });
  return others === 0;
}
