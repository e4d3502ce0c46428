'use client';

import { newId } from '@pinpaint/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionApi } from '../data/api.ts';
import type { MadeToken } from '../data/types.ts';
import { sayWhy } from '../home/useChange.ts';
import { endOfDay, isExpiryPast } from '../links/endOfDay.ts';
import { texts } from '../text/texts.ts';
import { Field } from '../ui/Field.tsx';
import { FormModal } from '../ui/FormModal.tsx';

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
  return (
    <FormModal
      title={words.newToken}
      lead={words.newTokenLead}
      verb={words.makeToken}
      canSend={!isPending && name.trim() !== ''}
      onSend={mutate}
      onClose={onClose}
    >
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
    </FormModal>
  );
}
