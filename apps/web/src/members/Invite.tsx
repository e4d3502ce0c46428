'use client';

import { may, mayChangeMember, newId, type Role, roles } from '@pinpaint/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionApi } from '../data/api.ts';
import type { AddedMember, Me, OverviewProject } from '../data/types.ts';
import { sayWhy } from '../home/useChange.ts';
import { texts } from '../text/texts.ts';
import { Field } from '../ui/Field.tsx';
import { FormModal } from '../ui/FormModal.tsx';
import { Select } from '../ui/Select.tsx';

export type InviteProps = {
  readonly me: Me;
  readonly projects: readonly OverviewProject[];
  /** Chosen at first; null: the whole studio. */
  readonly projectId: string | null;
  readonly onAdded: (member: AddedMember) => void;
  readonly onClose: () => void;
};

const words = texts.members;

export function Invite({ me, projects, onAdded, onClose, ...first }: InviteProps) {
  const client = useQueryClient();
  const [id] = useState(() => newId());
  const inStudio = me.studioRole !== null && may(me.studioRole, 'member.manage');
  const managed = projects.filter(({ role }) => may(role, 'member.manage'));
  const [projectId, setProjectId] = useState(first.projectId ?? (inStudio ? '' : (managed[0]?.id ?? '')));
  const [role, setRole] = useState<Role>('artist');
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const by = projects.find((one) => one.id === projectId)?.role ?? me.studioRole;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      sessionApi.post<AddedMember>('/members', { id, email, name, role, projectId: projectId || null }),
    onSuccess: (member) => {
      void client.invalidateQueries({ queryKey: ['members'] });
      onAdded(member);
    },
  });
  return (
    <FormModal
      title={words.inviteTitle}
      lead={words.inviteLead}
      verb={words.add}
      canSend={!isPending}
      onSend={mutate}
      onClose={onClose}
    >
      <Field
        label={words.email}
        type="email"
        required
        maxLength={254}
        autoComplete="off"
        value={email}
        problem={error && sayWhy(error)}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field
        label={words.name}
        required
        maxLength={200}
        autoComplete="off"
        hint={words.nameHint}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        label={words.where}
        value={projectId}
        onChange={(event) => setProjectId(event.target.value)}
        options={[
          ...(inStudio ? [{ value: '', label: words.wholeStudio }] : []),
          ...managed.map((project) => ({ value: project.id, label: words.onlyIn(project.name) })),
        ]}
      />
      <div className="grid gap-1">
        <Select
          label={words.role}
          value={role}
          onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? role)}
          options={roles.map((one) => ({
            value: one,
            label: texts.roles[one],
            disabled: by === null || !mayChangeMember(by, null, one),
          }))}
        />
        <p className="min-h-8 text-12 text-text-3">{words.may[role]}</p>
      </div>
    </FormModal>
  );
}
