'use client';

import { Check } from 'lucide-react';
import type { Version } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useMay } from '../state/useMay.ts';
import { detailsOf, refusalText } from './refusal.ts';
import { candidateApi, useDeed } from './useCandidates.ts';

/** A candidate has become a layer: what it is now, and the next step. */
export function Taken({ draft }: { readonly draft: Version }) {
  const submit = useDeed(candidateApi.submit);
  const maySubmit = useMay('version.submit');
  const { edit } = texts;
  return (
    <section aria-label={edit.taken(draft.number)} className="grid gap-3 px-1 py-0.5">
      <div className="flex items-center gap-6">
        <div role="status">
          <p className="flex items-center gap-1.5 font-semibold">
            <Check size={14} className="text-resolved" aria-hidden="true" />
            {edit.taken(draft.number)}
          </p>
          <p className="text-12 text-text-2">{edit.takenLead}</p>
        </div>
        {maySubmit && (
          <Button
            look="primary"
            size="big"
            disabled={submit.isPending}
            onClick={() => submit.mutate(draft.id)}
          >
            {edit.submit}
          </Button>
        )}
      </div>
      {submit.error && (
        <ProblemNote
          title={edit.notSubmitted}
          happened={refusalText(submit.error)}
          kept={edit.notSubmittedKept}
          details={detailsOf(submit.error)}
        />
      )}
    </section>
  );
}
