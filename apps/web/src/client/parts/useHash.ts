'use client';

import { useSyncExternalStore } from 'react';

/** What stands behind the address's #: which picture is open, so that the phone's own Back leads out of it. */
export function useHash(): string {
  return useSyncExternalStore(
    listen,
    () => location.hash.slice(1),
    () => '',
  );
}

function listen(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}
