'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sessionApi } from '../data/api.ts';
import type { OverviewProject } from '../data/types.ts';
import { sayWhy } from '../home/useChange.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/Field.tsx';
import { Modal } from '../ui/Modal.tsx';
import { toast } from '../ui/Toasts.tsx';
import { LimitFields } from './LimitFields.tsx';
import { limitTexts, readLimits } from './limitTexts.ts';
import { useProjectChanges } from './useProjectChanges.ts';

export type ProjectSettingsProps = { readonly project: OverviewProject; readonly onClose: () => void };

const words = texts.projects;
const limitNames = ['usdPerEdit', 'usdPerDay', 'usdLimit'] as const;
const limitLabels = { usdPerEdit: words.perEdit, usdPerDay: words.perDay, usdLimit: words.inAll };

/** Name, what may start by itself, and for how much. */
export function ProjectSettings({ project, onClose }: ProjectSettingsProps) {
  const client = useQueryClient();
  const [name, setName] = useState(project.name);
  const [start, setStart] = useState(project.policy?.start ?? 'by-hand');
  const [typed, setTyped] = useState(() => limitTexts(limitNames, project.policy ?? {}));
  const limits = readLimits(typed);
  const { renameProject } = useProjectChanges();
  const next = { id: project.id, name: name.trim() };
  const isRenamed = next.name !== project.name;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const policy = { start, ...limits };
      const changes = { policy, ...(isRenamed ? { name: next.name } : {}) };
      return sessionApi.patch(`/projects/${project.id}`, changes);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['overview'] });
      const says = texts.projects.wasRenamed(next.name);
      if (isRenamed) toast({ says, undo: () => renameProject(next, project.name) });
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (limits && name.trim()) mutate();
  };
  return (
    <Modal open onClose={onClose} title={words.settingsTitle(project.name)}>
      <form onSubmit={send} className="grid gap-5">
        <Field
          label={words.name}
          value={name}
          maxLength={200}
          required
          onChange={(event) => setName(event.target.value)}
        />
        <div className="grid justify-items-start gap-1.5">
          <span className="text-12 text-text-2">{words.start}</span>
          <Choice
            label={words.start}
            value={start}
            onChange={setStart}
            options={[
              { value: 'by-hand', label: words.byHand },
              { value: 'confident', label: words.byItself },
            ]}
          />
          <p className="min-h-8 text-12 text-text-3">
            {start === 'by-hand' ? words.byHandLead : words.byItselfLead}
          </p>
        </div>
        <LimitFields labels={limitLabels} value={typed} onChange={setTyped} />
        {error && (
          <p role="alert" className="text-12 text-danger">
            {sayWhy(error)}
          </p>
        )}
        <footer className="flex justify-end gap-2">
          <Button size="big" look="quiet" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button size="big" look="primary" type="submit" disabled={isPending}>
            {texts.common.save}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
