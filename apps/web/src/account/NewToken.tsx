'use client';

import { newId } from '@pinpaint/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sessionApi } from '../data/api.ts';
import type { MadeToken } from '../data/types.ts';
import { sayWhy } from '../home/useChange.ts';
import { endOfDay, isExpiryPast } from '../links/endOfDay.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Modal } from '../ui/Modal.tsx';

export type NewTokenProps = { readonly onMade: (made: MadeToken) => void; readonly onClose: () => void };

const words = texts.account;

export function NewToken({ onMade, onClose }: NewTokenProps) {
  const client = useQueryClient();
  const [id] = useState(() => newId());
  const [name, setName] = useState('');
  const [until, setUntil] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => sessionApi.post<MadeToken>('/tokens', { id, name, expiresAt: endOfDay(until) }),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['tokens'] });
      onMade(made);
    },
  });
  const isPast = isExpiryPast(error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <Modal open onClose={onClose} title={words.newToken} lead={words.newTokenLead}>
      <form onSubmit={send} className="grid gap-4">
        <Field
          label={words.tokenName}
          placeholder={words.tokenExample}
          required
          maxLength={200}
          value={name}
          problem={isPast ? null : error && sayWhy(error)}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={words.tokenExpires}
          type="date"
          hint={words.tokenExpiresHint}
          problem={isPast ? texts.links.expiresPast : null}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <footer className="flex justify-end gap-2">
          <Button size="big" look="quiet" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button size="big" look="primary" type="submit" disabled={isPending || !name.trim()}>
            {words.makeToken}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
