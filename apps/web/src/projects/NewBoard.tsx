'use client';

import { newId } from '@pinpaint/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation.js';
import { useState } from 'react';
import { sessionApi } from '../data/api.ts';
import type { Board, OverviewProject } from '../data/types.ts';
import { sayWhy } from '../home/useChange.ts';
import { texts } from '../text/texts.ts';
import { NameDialog } from '../ui/NameDialog.tsx';

export type NewBoardProps = { readonly project: OverviewProject; readonly onClose: () => void };

/** Goes to the board that was made: pictures are dropped there. */
export function NewBoard({ project, onClose }: NewBoardProps) {
  const router = useRouter();
  const client = useQueryClient();
  // The same for each try, so that a second one after a lost answer makes no second board.
  const [id] = useState(() => newId());
  const { mutate, isPending, error } = useMutation({
    mutationFn: (name: string) => sessionApi.post<Board>(`/projects/${project.id}/boards`, { id, name }),
    onSuccess: (board) => {
      void client.invalidateQueries({ queryKey: ['overview'] });
      router.push(`/boards/${board.id}`);
    },
  });
  return (
    <NameDialog
      title={texts.projects.newBoard}
      lead={texts.projects.newBoardLead(project.name)}
      label={texts.projects.name}
      example={texts.projects.boardExample}
      verb={texts.projects.createBoard}
      isBusy={isPending}
      problem={error && sayWhy(error)}
      onSend={mutate}
      onClose={onClose}
    />
  );
}
