'use client';

import { ApiError } from '../../data/ApiError.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { detailsOf, refusalText } from './refusal.ts';

export type TakeProblemProps = {
  readonly letter: string;
  readonly taking: unknown;
  readonly discarding: unknown;
  readonly onPlace: () => void;
  readonly onRerun: () => void;
};

/** Why a candidate was not taken or not discarded, with what can be done about it. */
export function TakeProblem({ letter, taking, discarding, onPlace, onRerun }: TakeProblemProps) {
  const { edit } = texts;
  const error = taking ?? discarding;
  if (!error) return null;
  const code = error instanceof ApiError ? error.code : '';
  const isMoved = code === 'edit.base-moved';
  return (
    <div className="mt-3 max-w-130 px-1 pb-1">
      <ProblemNote
        title={taking ? edit.notTaken(letter) : edit.notDiscarded(letter)}
        happened={refusalText(error)}
        kept={edit.notTakenKept}
        details={detailsOf(error)}
      >
        {isMoved && <Button onClick={onPlace}>{edit.placeAnyway}</Button>}
        {(isMoved || code === 'candidate.under-lock') && <Button onClick={onRerun}>{edit.rerun}</Button>}
      </ProblemNote>
    </div>
  );
}
