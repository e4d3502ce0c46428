'use client';

import { useMutation } from '@tanstack/react-query';
import { LoaderCircle, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { verdictSchema } from '../../../api/schemas/evidence.ts';
import type { ApiError } from '../../../data/ApiError.ts';
import { sessionApi } from '../../../data/api.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { wholeNumber } from '../../../ui/numbers.ts';

type Verdict = z.output<typeof verdictSchema>;

/** The proof computed again by the server, which takes seconds of a core. */
export function VerifyHere({ versionId }: { readonly versionId: string }) {
  const said = texts.versions.proof;
  const { mutate, isPending, data, error } = useMutation<Verdict, ApiError>({
    mutationFn: () => sessionApi.get<Verdict>(`/versions/${versionId}/verify`),
  });
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold text-13">{said.here}</h3>
      <p className="text-12 text-text-2">{said.hereLead}</p>
      <div className="flex min-h-7 items-start gap-3">
        <Button className="shrink-0" onClick={() => mutate()} disabled={isPending}>
          {said.verify}
        </Button>
        <div role="status" className="min-w-0 flex-1 self-center text-12">
          {isPending && <Computing />}
          {data && !isPending && <Says verdict={data} />}
          {error && !isPending && (
            <p className="text-danger">{error.code === 'verify.busy' ? said.busy : error.message}</p>
          )}
        </div>
      </div>
    </section>
  );
}

function Says({ verdict: { holds, says, findings } }: { readonly verdict: Verdict }) {
  const said = texts.versions.proof;
  const Icon = holds ? ShieldCheck : ShieldAlert;
  return (
    <p className={classes('grid grid-cols-[15px_1fr] gap-2', holds ? 'text-resolved' : 'text-danger')}>
      <Icon size={15} className="mt-px" aria-hidden="true" />
      <span className="min-w-0 break-words [overflow-wrap:anywhere]">
        {holds && findings ? said.stillHolds(wholeNumber(findings.changedInside)) : says}
      </span>
    </p>
  );
}

/** Nobody knows how long it takes; that it goes on is seen by the seconds. */
function Computing() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((s) => s + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="num flex items-center gap-2 text-text-2">
      <LoaderCircle size={15} className="animate-breathe" aria-hidden="true" />
      {texts.versions.proof.verifying}
      <span aria-hidden="true">{texts.versions.proof.seconds(seconds)}</span>
    </p>
  );
}
