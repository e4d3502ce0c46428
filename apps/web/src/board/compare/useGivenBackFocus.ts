'use client';

import { useEffect, useState } from 'react';

/** When this closes, whoever walks by keys goes on from where they were before it opened. */
export function useGivenBackFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}
