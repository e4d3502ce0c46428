'use client';

import { useState } from 'react';
import { Field } from './Field.tsx';
import { FormModal } from './FormModal.tsx';

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
  return (
    <FormModal
      title={title}
      lead={lead}
      verb={verb}
      canSend={!isBusy && name.trim() !== ''}
      onSend={() => onSend(name.trim())}
      onClose={onClose}
    >
      <Field
        label={label}
        value={name}
        placeholder={example}
        maxLength={nameLimit}
        required
        problem={problem ?? null}
        onChange={(event) => setName(event.target.value)}
      />
    </FormModal>
  );
}
