'use client';

import { type ActorRole, may, mayChangeMember } from '@pinpaint/domain';
import { UserMinus } from 'lucide-react';
import type { Me, Member } from '../data/types.ts';
import { texts } from '../text/texts.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { PersonRoles } from './people.ts';
import { RoleSelect } from './RoleSelect.tsx';
import { useMemberChanges } from './useMemberChanges.ts';

export type PersonRowProps = {
  readonly roles: PersonRoles;
  readonly me: Me;
  readonly projectName: (projectId: string) => string;
  readonly isLastOwner: boolean;
};

/** Somebody, what they are in the studio, and what they are in projects of their own. */
export function PersonRow({
  roles: { person, studio, projects },
  me,
  projectName,
  isLastOwner,
}: PersonRowProps) {
  const { setRole, remove, isPending } = useMemberChanges();
  const all = studio ? [studio, ...projects] : projects;
  const line = (member: Member, label: string, takeAway: string) => {
    const by = roleOf(me, member.projectId);
    const isKept = isLastOwner && member === studio;
    const leaving = member === studio ? all : [member];
    const mayGo =
      by !== null && may(by, 'member.manage') && leaving.every(({ role }) => mayChangeMember(by, role, null));
    return (
      <div key={member.id} className="flex items-center gap-1.5">
        <RoleSelect
          label={label}
          member={member}
          by={by}
          disabled={isPending || isKept}
          onChange={(role) => setRole(member, role)}
        />
        {mayGo && (
          <IconButton
            icon={UserMinus}
            label={isKept ? texts.members.lastOwner : takeAway}
            aria-disabled={isKept || undefined}
            className="size-11 md:size-7 aria-disabled:text-text-off"
            onClick={() => !isKept && !isPending && remove(member, leaving)}
          />
        )}
      </div>
    );
  };
  const { roleOf: roleLabel, roleIn, remove: removeWord, removeFrom, noStudioRole, you } = texts.members;
  return (
    <li className="grid gap-x-4 gap-y-2 border-line border-t px-4 py-3 first:border-t-0 md:grid-cols-[minmax(0,1fr)_190px_minmax(0,340px)] md:items-center">
      <div className="flex min-w-0 items-center gap-3">
        <Avatar name={person.name} />
        <div className="min-w-0">
          <p className="truncate font-medium">
            {person.name}
            {person.id === me.person.id && <span className="ml-2 text-12 text-text-3">{you}</span>}
          </p>
          <p className="truncate text-12 text-text-2">{person.email}</p>
        </div>
      </div>
      <div>
        {studio ? (
          line(studio, roleLabel(person.name), removeWord)
        ) : (
          <p className="py-1.75 text-12 text-text-3">{noStudioRole}</p>
        )}
      </div>
      <ul className="grid gap-1.5">
        {projects.map((member) => {
          const project = projectName(member.projectId ?? '');
          return (
            <li key={member.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2">
              <span className="truncate text-text-2">{project}</span>
              {line(member, roleIn(person.name, project), removeFrom(project))}
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** What the reader is in a place: in a project, their role there before the studio's. */
function roleOf({ studioRole, projectRoles }: Me, projectId: string | null): ActorRole | null {
  return projectRoles.find((one) => one.projectId === projectId)?.role ?? studioRole;
}
