'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sessionApi } from '../data/api.ts';
import type { StudioSpending } from '../data/types.ts';
import { sayWhy } from '../home/useChange.ts';
import { LimitFields } from '../projects/LimitFields.tsx';
import { limitTexts, readLimits } from '../projects/limitTexts.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { LoadProblem } from '../ui/LoadProblem.tsx';
import { money } from '../ui/numbers.ts';
import { Shape } from '../ui/Shape.tsx';
import { toast } from '../ui/Toasts.tsx';
import { Section } from './Section.tsx';

const words = texts.account;
const limitNames = ['usdPerDay', 'usdPerMonth'] as const;
const limitLabels = { usdPerDay: texts.projects.perDay, usdPerMonth: texts.projects.perMonth };

/** For the studio's keepers: what all its projects may spend together. */
export function Spending() {
  const { data, error, refetch } = useQuery({
    queryKey: ['spending'],
    queryFn: ({ signal }) => sessionApi.get<StudioSpending>('/studio/spending', signal),
  });
  return (
    <Section title={words.spending} lead={words.spendingLead}>
      {error && !data && <LoadProblem error={error} retry={() => void refetch()} />}
      {!data && !error && <Shape className="h-36 rounded-3" />}
      {data && <SpendingForm spending={data} />}
    </Section>
  );
}

function SpendingForm({ spending }: { readonly spending: StudioSpending }) {
  const client = useQueryClient();
  const [typed, setTyped] = useState(() => limitTexts(limitNames, spending));
  const limits = readLimits(typed);
  const { mutate, isPending } = useMutation({
    mutationFn: () => sessionApi.patch('/studio/spending', limits ?? {}),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['spending'] });
      toast({ says: words.spendingSaved });
    },
    onError: (error) => toast({ says: sayWhy(error) }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (limits) mutate();
  };
  return (
    <form onSubmit={send} className="grid gap-3.5 rounded-3 bg-panel px-4 py-3.5">
      <LimitFields labels={limitLabels} value={typed} onChange={setTyped} />
      <footer className="flex flex-wrap items-center justify-between gap-3">
        <p className="num text-12 text-text-2">
          {words.spent(money(spending.spent.dayUsd), money(spending.spent.monthUsd))}
        </p>
        <Button type="submit" className="h-11 md:h-8" disabled={isPending || !limits}>
          {texts.common.save}
        </Button>
      </footer>
    </form>
  );
}
