'use client';

import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useMay } from '../state/useMay.ts';

export type CandidateActionsProps = {
  readonly letter: string;
  /** Discarding can't be undone, so it is asked once. */
  readonly isAsking: boolean;
  readonly isLast: boolean;
  readonly isBusy: boolean;
  readonly onTake: () => void;
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
};

/** Take or discard the one that is shown. The width is reserved, so that nothing moves when it asks. */
export function CandidateActions({
  letter,
  isAsking,
  isLast,
  isBusy,
  onTake,
  onDiscard,
  onKeep,
}: CandidateActionsProps) {
  const { edit } = texts;
  const mayTake = useMay('candidate.accept');
  if (!mayTake) return null;
  if (isAsking) {
    return (
      <div key="discard" className="flex min-w-28 flex-1 flex-col justify-center gap-1.5">
        <Button look="danger" disabled={isBusy} onClick={onDiscard} className="!justify-between w-full">
          {edit.discardSure(letter)}
          <Kbd>⌫</Kbd>
        </Button>
        <Button disabled={isBusy} onClick={onKeep} className="!justify-between w-full">
          {edit.keepIt}
          <Kbd>Esc</Kbd>
        </Button>
        <p role="alert" className="sr-only">
          {edit.discardAsk(letter)} {isLast && edit.discardLast}
        </p>
      </div>
    );
  }
  return (
    <div key="take" className="flex min-w-28 flex-1 flex-col justify-center gap-1.5">
      <Button look="primary" disabled={isBusy} onClick={onTake} className="!justify-between w-full">
        {edit.take(letter)}
        <Key>↵</Key>
      </Button>
      <Button disabled={isBusy} onClick={onDiscard} className="!justify-between w-full">
        {edit.discard}
        <Kbd>⌫</Kbd>
      </Button>
    </div>
  );
}

/** On the accent, where the usual key's grey would have too little contrast. */
function Key({ children }: { readonly children: string }) {
  return (
    <kbd className="inline-block min-w-4.5 rounded-1 border border-black/40 border-b-2 px-1 text-center font-medium font-sans text-10">
      {children}
    </kbd>
  );
}
