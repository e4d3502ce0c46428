'use client';

import { Check, Copy } from 'lucide-react';
import { useId, useState } from 'react';
import { texts } from '../text/texts.ts';
import { Button, type ButtonLook } from './Button.tsx';
import { fieldClasses } from './Field.tsx';

export type CopyFieldProps = {
  readonly label: string;
  readonly value: string;
  /** Of its button. */
  readonly look?: ButtonLook;
};

/** Something to take away: selected at a click, copied by the button. */
export function CopyField({ label, value, look = 'primary' }: CopyFieldProps) {
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(value);
    setCopied(true);
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-12 text-text-2">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className={`${fieldClasses()} min-h-9 font-mono`}
        />
        <Button look={look} size="big" onClick={() => void copy()}>
          <Icon size={15} aria-hidden="true" />
          <span aria-live="polite">{isCopied ? texts.common.copied : texts.common.copy}</span>
        </Button>
      </div>
    </div>
  );
}
