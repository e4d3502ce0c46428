'use client';

import { type Ref, useId, useState } from 'react';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { fieldClasses } from '../../../ui/Field.tsx';

export type DeclineFormProps = {
  /** For whoever opens it, who brings the focus. */
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly onDecline: (reason: string) => void;
  readonly onCancel: () => void;
};

/** Asks why, since whoever wrote the note reads it. */
export function DeclineForm({ ref, onDecline, onCancel }: DeclineFormProps) {
  const [reason, setReason] = useState('');
  const id = useId();
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onDecline(reason.trim());
      }}
    >
      <label htmlFor={id} className="text-12 text-text-2">
        {texts.pins.declineField}
      </label>
      <textarea
        id={id}
        ref={ref}
        rows={2}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
        className={fieldClasses()}
      />
      <div className="flex gap-2">
        <Button type="submit" disabled={reason.trim() === ''}>
          {texts.pins.declineNow}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {texts.common.cancel}
        </Button>
      </div>
    </form>
  );
}
