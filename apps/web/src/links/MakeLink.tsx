'use client';

import { newId } from '@pinpaint/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionApi } from '../data/api.ts';
import type { MadeReviewLink, OverviewProject } from '../data/types.ts';
import { sayWhy } from '../home/useChange.ts';
import { texts } from '../text/texts.ts';
import { Check } from '../ui/Check.tsx';
import { Field } from '../ui/Field.tsx';
import { FormModal } from '../ui/FormModal.tsx';
import { Select } from '../ui/Select.tsx';
import { endOfDay, isExpiryPast } from './endOfDay.ts';

export type MakeLinkProps = {
  readonly project: OverviewProject;
  /** Chosen at first; null: the whole project. */
  readonly boardId: string | null;
  readonly onMade: (made: MadeReviewLink) => void;
  readonly onClose: () => void;
};

const words = texts.links;

/** As the API has it. */
const passwordLength = { least: 8, most: 200 } as const;

export function MakeLink({ project, onMade, onClose, ...first }: MakeLinkProps) {
  const client = useQueryClient();
  const [id] = useState(() => newId());
  const [name, setName] = useState('');
  const [boardId, setBoardId] = useState(first.boardId ?? '');
  const [mayComment, setMayComment] = useState(true);
  const [maySignOff, setMaySignOff] = useState(true);
  const [until, setUntil] = useState('');
  const [password, setPassword] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const wish = { id, name, mayComment, maySignOff, asksCode };
      return sessionApi.post<MadeReviewLink>(`/projects/${project.id}/links`, {
        ...wish,
        boardId: boardId || null,
        password: password || null,
        expiresAt: endOfDay(until),
      });
    },
    onSuccess: (made) => {
      const old = ['links', 'overview'];
      void client.invalidateQueries({ predicate: ({ queryKey: [word] }) => old.includes(String(word)) });
      onMade(made);
    },
  });
  const isPast = isExpiryPast(error);
  return (
    <FormModal
      title={words.makeTitle}
      lead={words.makeLead}
      verb={words.create}
      canSend={!isPending && name.trim() !== ''}
      onSend={mutate}
      onClose={onClose}
    >
      <Field
        label={words.who}
        placeholder={words.whoExample}
        required
        maxLength={200}
        value={name}
        problem={isPast ? null : error && sayWhy(error)}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        label={words.board}
        value={boardId}
        onChange={(event) => setBoardId(event.target.value)}
        options={[
          { value: '', label: words.allBoards },
          ...project.boards.map((board) => ({ value: board.id, label: board.name })),
        ]}
      />
      <div>
        <Check
          label={words.mayComment}
          checked={mayComment}
          onChange={(event) => setMayComment(event.target.checked)}
        />
        <Check
          label={words.maySignOff}
          checked={maySignOff}
          onChange={(event) => setMaySignOff(event.target.checked)}
        />
        <Check
          label={words.asksCode}
          hint={words.asksCodeHint}
          checked={asksCode}
          onChange={(event) => setAsksCode(event.target.checked)}
        />
      </div>
      <Field
        label={words.password}
        type="password"
        autoComplete="new-password"
        minLength={passwordLength.least}
        maxLength={passwordLength.most}
        hint={words.passwordHint}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Field
        label={words.expires}
        type="date"
        hint={words.expiresHint}
        problem={isPast ? words.expiresPast : null}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
    </FormModal>
  );
}
