'use client';

import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { detailsOf, refusalText } from '../../edit/refusal.ts';

export type ChangeProblemProps = {
  readonly title: string;
  readonly kept: string;
  readonly error: unknown;
  readonly onClose: () => void;
};

/** Why a pin was not changed; it is shown as it was. */
export function ChangeProblem({ title, kept, error, onClose }: ChangeProblemProps) {
  if (!error) return null;
  return (
    <ProblemNote title={title} happened={refusalText(error)} kept={kept} details={detailsOf(error)}>
      <Button onClick={onClose}>{texts.common.close}</Button>
    </ProblemNote>
  );
}
