'use client';

import { type FormEvent, useState } from 'react';
import { texts } from '../text/texts.ts';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import { Modal } from './Modal.tsx';

export type NameDialogProps = {
  readonly title: string;
  readonly lead?: string;
  readonly label: string;
  readonly example?: string;
  /** As it is called now. */
  readonly name?: string;
  readonly verb: string;
  readonly isBusy: boolean;
  readonly problem?: string | null;
  readonly onSend: (name: string) => void;
  readonly onClose: () => void;
};

const nameLimit = 200;

/** Asks for a name and nothing else. */
export function NameDialog({
  title,
  lead,
  label,
  example,
  verb,
  isBusy,
  problem,
  ...props
}: NameDialogProps) {
  const { onSend, onClose } = props;
  const [name, setName] = useState(props.name ?? '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) onSend(name.trim());
  };
  return (
    <Modal open onClose={onClose} title={title} {...(lead ? { lead } : {})}>
      <form onSubmit={send} className="grid gap-4">
        <Field
          label={label}
          value={name}
          placeholder={example}
          maxLength={nameLimit}
          required
          problem={problem ?? null}
          onChange={(event) => setName(event.target.value)}
        />
        <footer className="flex justify-end gap-2">
          <Button size="big" look="quiet" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button size="big" look="primary" type="submit" disabled={isBusy || !name.trim()}>
            {verb}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
