'use client';

import { useEffect, useRef } from 'react';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { money, seconds } from '../../ui/numbers.ts';

export type RunButtonProps = {
  readonly cost: { readonly seconds: number; readonly usd: number };
  readonly variants: number;
  readonly isAgain: boolean;
  /** Whether running is what comes next; else choosing a candidate is. */
  readonly isNext: boolean;
  readonly disabled: boolean;
  readonly onRun: () => void;
};

/** Says what it will take; Ctrl+Enter presses it. */
export function RunButton({ cost, variants, isAgain, isNext, disabled, onRun }: RunButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      button.current?.click();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
  return (
    <Button
      ref={button}
      look={isNext ? 'primary' : 'solid'}
      size="big"
      disabled={disabled}
      onClick={onRun}
      aria-keyshortcuts="Control+Enter"
      className="w-full !justify-between"
    >
      {isAgain ? texts.edit.runAgain : texts.edit.run}
      <span className={isNext ? 'num font-normal' : 'num font-normal text-text-2'}>
        {texts.edit.runSays(variants, seconds(cost.seconds), money(cost.usd))}
      </span>
    </Button>
  );
}
