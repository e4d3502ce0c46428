'use client';

import { newId } from '@pinpaint/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionApi } from '../data/api.ts';
import type { Project } from '../data/types.ts';
import { sayWhy } from '../home/useChange.ts';
import { texts } from '../text/texts.ts';
import { NameDialog } from '../ui/NameDialog.tsx';

export function NewProject({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient();
  const [id] = useState(() => newId());
  const { mutate, isPending, error } = useMutation({
    mutationFn: (name: string) => sessionApi.post<Project>('/projects', { id, name }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['overview'] });
      onClose();
    },
  });
  return (
    <NameDialog
      title={texts.projects.newProject}
      lead={texts.projects.newProjectLead}
      label={texts.projects.name}
      example={texts.projects.projectExample}
      verb={texts.projects.create}
      isBusy={isPending}
      problem={error && sayWhy(error)}
      onSend={mutate}
      onClose={onClose}
    />
  );
}
