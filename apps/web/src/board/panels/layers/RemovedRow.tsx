'use client';

import { useEffect, useRef } from 'react';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';

export type RemovedRowProps = { readonly name: string; readonly onUndo: () => void };

/** Where a layer was, as long as it can come back. */
export function RemovedRow({ name, onUndo }: RemovedRowProps) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus({ preventScroll: true }), []);
  return (
    <li className="flex min-h-15 items-center gap-3 border-line border-b px-3.5 py-2">
      <p role="status" className="min-w-0 flex-1 truncate text-12 text-text-2">
        {texts.layers.removed(name)}
      </p>
      <Button ref={undo} look="solid" aria-label={texts.layers.undoRemove(name)} onClick={onUndo}>
        {texts.common.undo}
      </Button>
    </li>
  );
}
