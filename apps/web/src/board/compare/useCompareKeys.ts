'use client';

import { useEffect } from 'react';

/** While two versions are compared, keys are theirs and not the board's. */
export function useCompareKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isMeantForOthers(event)) return;
      const act = keys[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [keys]);
}

/** Somebody writes, chooses from a menu, answers a dialog; or moves a slider or a choice, which leave letters and Escape alone. */
function isMeantForOthers({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  const asks = 'input, textarea, select, [role="menu"], [role="dialog"], [contenteditable="true"]';
  if (target.closest(asks)) return true;
  return (
    isOfChoices.test(key) && target.closest('[role="slider"], [role="radio"], [role="tablist"]') !== null
  );
}

const isOfChoices = /^(Arrow.*|Home|End|Page.*|Enter| )$/;
