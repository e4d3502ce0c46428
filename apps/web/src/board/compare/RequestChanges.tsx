'use client';

import { type FormEvent, useId, useState } from 'react';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { fieldClasses } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';

export type RequestChangesProps = {
  readonly name: string;
  readonly onClose: () => void;
  readonly onSend: (comment: string) => void;
};

/** Asks for the one sentence without which nobody knows what to change. */
export function RequestChanges({ name, onClose, onSend }: RequestChangesProps) {
  const said = texts.compare.changesDialog;
  const id = useId();
  const [comment, setComment] = useState('');
  const [isMissing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (comment.trim() === '') return setMissing(true);
    onSend(comment.trim());
  };
  return (
    <Modal open onClose={onClose} title={said.title(name)} lead={said.lead}>
      <form onSubmit={send} className="grid gap-1.5">
        <label htmlFor={id} className="text-12 text-text-2">
          {said.field}
        </label>
        <textarea
          id={id}
          rows={4}
          maxLength={4_000}
          value={comment}
          placeholder={said.placeholder}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? `${id}-problem` : undefined}
          onChange={({ target }) => {
            setComment(target.value);
            setMissing(false);
          }}
          className={`${fieldClasses()} resize-y py-2`}
        />
        <p id={`${id}-problem`} role="alert" className="min-h-4 text-12 text-danger">
          {isMissing && said.missing}
        </p>
        <div className="mt-1 flex justify-end gap-2">
          <Button size="big" look="quiet" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button size="big" look="primary" type="submit">
            {said.send}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
