'use client';

import { type ActorRole, mayChangeMember, type Role, roles } from '@pinpaint/domain';
import type { Member } from '../data/types.ts';
import { texts } from '../text/texts.ts';
import { Select } from '../ui/Select.tsx';

export type RoleSelectProps = {
  readonly label: string;
  readonly member: Member;
  /** What the reader is in that place; null: nothing. */
  readonly by: ActorRole | null;
  readonly disabled: boolean;
  readonly onChange: (role: Role) => void;
};

/** What cannot be chosen is grey, by the very table the server asks; where nothing can, it is a word. */
export function RoleSelect({ label, member, by, disabled, onChange }: RoleSelectProps) {
  const mayBe = (role: Role) => by !== null && mayChangeMember(by, member.role, role);
  if (!roles.some((role) => role !== member.role && mayBe(role))) {
    return <span className="py-1.75">{texts.roles[member.role]}</span>;
  }
  return (
    <Select
      label={label}
      hideLabel
      value={member.role}
      disabled={disabled}
      onChange={(event) => {
        const role = roles.find((one) => one === event.target.value);
        if (role) onChange(role);
      }}
      options={roles.map((role) => ({
        value: role,
        label: texts.roles[role],
        disabled: role !== member.role && !mayBe(role),
      }))}
      className="w-full md:w-32"
    />
  );
}
