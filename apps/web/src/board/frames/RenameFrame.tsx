'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sessionApi } from '../../data/api.ts';
import type { Frame } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';

type RenameFrameProps = { readonly frame: Frame; readonly onClose: () => void };

export function RenameFrame({ frame, onClose }: RenameFrameProps) {
  const queries = useQueryClient();
  const [name, setName] = useState(frame.name);
  const rename = useMutation({
    mutationFn: () => sessionApi.patch(`/frames/${frame.id}`, { name: name.trim() }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['frames'] });
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate();
  };
  return (
    <Modal open onClose={onClose} title={texts.board.renameTitle}>
      <form onSubmit={send} className="grid gap-4">
        <Field
          label={texts.board.name}
          value={name}
          maxLength={200}
          required
          problem={rename.error?.message ?? null}
          onChange={({ target }) => setName(target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button type="submit" look="primary" disabled={name.trim() === '' || rename.isPending}>
            {texts.common.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
