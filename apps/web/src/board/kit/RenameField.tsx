'use client';

import { useState } from 'react';
import { kitTexts } from '../../text/kitTexts.ts';
import { Field } from '../../ui/Field.tsx';

const words = kitTexts.kit;

export type RenameFieldProps = {
  readonly name: string;
  readonly isBusy: boolean;
  readonly onSend: (name: string) => void;
  readonly onCancel: () => void;
};

/** A name that is written over: Enter takes it, Escape leaves it, and so does going elsewhere. */
export function RenameField({ name, isBusy, onSend, onCancel }: RenameFieldProps) {
  const [next, setNext] = useState(name);
  const send = () => (next.trim() && next.trim() !== name ? onSend(next.trim()) : onCancel());
  return (
    <form
      className="mt-1"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field
        label={words.name}
        hideLabel
        autoFocus
        value={next}
        maxLength={200}
        disabled={isBusy}
        onChange={({ target }) => setNext(target.value)}
        onFocus={({ target }) => target.select()}
        onBlur={send}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // The dialog's own Escape would close all of it.
          event.stopPropagation();
          event.preventDefault();
          onCancel();
        }}
      />
    </form>
  );
}
