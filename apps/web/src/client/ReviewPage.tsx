'use client';

import { useCallback, useEffect, useState } from 'react';
import { ClosedLink } from './entry/ClosedLink.tsx';
import { EnterForm } from './entry/EnterForm.tsx';
import { type Entry, lookAt } from './entry/enter.ts';
import { LookingShape } from './parts/LookingShape.tsx';
import { Trouble } from './parts/Trouble.tsx';
import { ReviewScreens } from './review/ReviewScreens.tsx';

/** The client's page: whoever holds a link says who they are once, and then sees its pictures. */
export function ReviewPage({ token }: { readonly token: string }) {
  const [entry, setEntry] = useState<Entry>({ at: 'looking' });
  const look = useCallback(() => void lookAt(token).then(setEntry), [token]);
  useEffect(look, [look]);
  return (
    <div className="fixed inset-0 flex h-dvh flex-col overflow-hidden bg-page text-16">
      <Screen entry={entry} token={token} onEntry={setEntry} onLook={look} />
    </div>
  );
}

type ScreenProps = {
  readonly entry: Entry;
  readonly token: string;
  readonly onEntry: (entry: Entry) => void;
  readonly onLook: () => void;
};

function Screen({ entry, token, onEntry, onLook }: ScreenProps) {
  switch (entry.at) {
    case 'looking':
      return <LookingShape />;
    case 'unreachable':
      return <Trouble details={entry.details} onRetry={onLook} />;
    case 'closed':
      return <ClosedLink why={entry.why} />;
    case 'asking':
      return (
        <div className="flex flex-1 overflow-y-auto">
          <EnterForm token={token} look={entry.look} onEntered={(review) => onEntry({ at: 'in', review })} />
        </div>
      );
    case 'in':
      return <ReviewScreens review={entry.review} onShutOut={onLook} />;
  }
}
