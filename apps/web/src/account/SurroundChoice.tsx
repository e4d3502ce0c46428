'use client';

import { useSyncExternalStore } from 'react';
import { texts } from '../text/texts.ts';
import { Choice } from '../ui/Choice.tsx';
import { currentSurround, setSurround, subscribeSurround, surrounds } from '../ui/surround.ts';

export function SurroundChoice() {
  const surround = useSyncExternalStore(subscribeSurround, currentSurround, () => 'dark' as const);
  return (
    <Choice
      label={texts.account.surround}
      value={surround}
      onChange={setSurround}
      options={surrounds.map((value) => ({ value, label: texts.account.surrounds[value] }))}
    />
  );
}
