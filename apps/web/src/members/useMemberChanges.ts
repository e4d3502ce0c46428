'use client';

import { newId, type Role } from '@pinpaint/domain';
import { sessionApi } from '../data/api.ts';
import type { Member } from '../data/types.ts';
import { useChange } from '../home/useChange.ts';
import { texts } from '../text/texts.ts';
import { toast } from '../ui/Toasts.tsx';

const touches = ['members', 'overview', 'me'];

/** Roles given and taken, each with its way back. */
export function useMemberChanges() {
  const { change, isPending } = useChange();
  const setRole = (member: Member, role: Role) =>
    change({
      run: () => sessionApi.patch<Member>(`/members/${member.id}`, { role }),
      touches,
      done: () =>
        toast({
          says: texts.members.changed(member.person.name, texts.roles[role]),
          undo: () => setRole({ ...member, role }, member.role),
        }),
    });
  /** @param all what goes with it: with the role in the studio those in its projects. */
  const remove = (member: Member, all: readonly Member[]) =>
    change({
      run: () => sessionApi.delete(`/members/${member.id}`),
      touches,
      done: () =>
        toast({
          says: texts.members.removed(member.person.name),
          undo: () => change({ run: () => addAgain(all), touches }),
        }),
    });
  return { setRole, remove, isPending };
}

/** Sessions and tokens that ended stay ended; they sign in again. */
async function addAgain(members: readonly Member[]): Promise<void> {
  for (const { person, role, projectId } of members) {
    const { email, name } = person;
    await sessionApi.post('/members', { id: newId(), email, name, role, projectId, invite: false });
  }
}
