'use client';

import { type EditId, newId } from '@pinpaint/domain';
import { lazy, Suspense, useState } from 'react';
import type { Candidate, Edit, Pin } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { classes } from '../../ui/classes.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { money, seconds } from '../../ui/numbers.ts';
import { useMay } from '../state/useMay.ts';
import { CandidateActions } from './CandidateActions.tsx';
import { CandidateCard } from './CandidateCard.tsx';
import { engineTitle } from './engineTitle.ts';
import { letterOf } from './figures.ts';
import { TakeProblem } from './TakeProblem.tsx';
import { useCandidateKeys } from './useCandidateKeys.ts';
import { candidateApi, useDeed } from './useCandidates.ts';
import { useShownCandidate } from './useShownCandidate.ts';
import { useTake } from './useTake.ts';

/** Most candidates have none. */
const WarningList = lazy(async () => ({ default: (await import('./WarningList.tsx')).WarningList }));

export type CandidatesProps = {
  readonly pin: Pin;
  readonly edit: Edit;
  /** Not empty. */
  readonly candidates: readonly Candidate[];
};

/** Flipped through on the picture itself; one is taken, the others go with it. */
export function Candidates({ pin, edit, candidates }: CandidatesProps) {
  const [isAsking, setAsking] = useState(false);
  const { at, flipTo } = useShownCandidate(pin.frameId, candidates);
  const take = useTake(pin, edit.id);
  const discard = useDeed(candidateApi.discard);
  const rerun = useDeed(candidateApi.rerun);
  const mayTake = useMay('candidate.accept');
  const mayDiscard = useMay('candidate.discard');
  const current = candidates[at];
  const id = current?.id ?? '';
  const letter = letterOf((current?.rank ?? 1) - 1);
  const isBusy = take.isPending || discard.isPending || rerun.isPending;
  const choose = (index: number) => {
    setAsking(false);
    flipTo(index);
  };
  const onTake = () => mayTake && !isBusy && take.mutate({ id, placeAnyway: false });
  const onDiscard = () => {
    if (!mayDiscard || isBusy) return;
    setAsking(!isAsking);
    if (isAsking) discard.mutate(id);
  };
  useCandidateKeys({
    flip: (by) => choose((at + by + candidates.length) % candidates.length),
    take: isAsking ? onDiscard : onTake,
    discard: onDiscard,
    keep: isAsking ? () => setAsking(false) : null,
  });
  const { cost } = edit;
  return (
    <section aria-label={texts.edit.candidates(pin.number)}>
      <header className="mb-1.75 flex min-h-5 flex-wrap items-center gap-2 whitespace-nowrap text-12 text-text-2">
        <b className="font-semibold text-text">{texts.edit.count(candidates.length)}</b>
        <span className="num">
          {[engineTitle(edit.engine), ...(cost ? [seconds(cost.seconds), money(cost.usd)] : [])].join(' · ')}
        </span>
        <span className="min-w-2 flex-1" />
        {candidates.length > 1 && (
          <span className="max-md:hidden">
            <Kbd>←</Kbd> <Kbd>→</Kbd> {texts.edit.flip}
          </span>
        )}
        <span className="ml-1 max-md:hidden">
          {texts.edit.hold} <Kbd>X</Kbd> {texts.edit.forBefore}
        </span>
      </header>
      <div className="flex flex-wrap items-stretch gap-2">
        <ul className={classes('gap-1.5', candidates.length > 3 ? 'grid grid-cols-2' : 'flex flex-wrap')}>
          {candidates.map((candidate, index) => (
            <CandidateCard
              key={candidate.id}
              candidate={candidate}
              letter={letterOf(candidate.rank - 1)}
              isCurrent={index === at}
              onChoose={() => choose(index)}
            />
          ))}
        </ul>
        <CandidateActions
          letter={letter}
          isAsking={isAsking}
          isLast={candidates.length === 1}
          isBusy={isBusy}
          onTake={onTake}
          onDiscard={onDiscard}
          onKeep={() => setAsking(false)}
        />
      </div>
      {current && current.flags.length > 0 && (
        <Suspense fallback={null}>
          <WarningList codes={current.flags} />
        </Suspense>
      )}
      <TakeProblem
        letter={letter}
        taking={take.error}
        discarding={discard.error ?? rerun.error}
        onPlace={() => take.mutate({ id, placeAnyway: true })}
        onRerun={() => rerun.mutate({ editId: edit.id, id: newId<EditId>() }, { onSuccess: take.reset })}
      />
    </section>
  );
}
