'use client';

import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { sessionApi } from '../../data/api.ts';
import type { Derivation } from '../../data/types.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { wholeNumber } from '../../ui/numbers.ts';
import { refusalText } from '../edit/refusal.ts';

/** What a derived frame changes of its base, counted anew when somebody asks. */
export function DerivationLine({ frameId }: { readonly frameId: string }) {
  const [isAsked, setIsAsked] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['versions', 'derivation', frameId],
    queryFn: ({ signal }) => sessionApi.get<Derivation>(`/frames/${frameId}/derivation`, signal),
    enabled: isAsked,
  });
  if (!isAsked) {
    return (
      <Button onClick={() => setIsAsked(true)} className="w-full">
        <ShieldCheck size={14} aria-hidden="true" />
        {words.prove}
      </Button>
    );
  }
  return (
    <p role="status" className="flex min-h-7 items-center gap-1.5 text-12 text-text-2">
      {error ? refusalText(error) : data ? <Counts derivation={data} /> : words.proving}
    </p>
  );
}

function Counts({ derivation: { changedInside, changedOutside } }: { readonly derivation: Derivation }) {
  const holds = changedOutside === 0;
  return (
    <span className={holds ? '' : 'text-danger'}>
      {words.proved(wholeNumber(changedOutside), wholeNumber(changedInside))}
    </span>
  );
}
