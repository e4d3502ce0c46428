'use client';

import type { Edit, Pin } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { classes } from '../../../ui/classes.ts';
import { useNow } from '../../../ui/useNow.ts';
import { engineTitle } from '../../edit/engineTitle.ts';
import { aheadText } from '../../edit/runningText.ts';
import { dueText } from './dueText.ts';

export type PinNewsProps = {
  readonly pin: Pin;
  /** Under way. */
  readonly edit: Edit | null;
  readonly hasFailed: boolean;
};

/** At the right of a pin's first line: what runs and how long it still takes, what went wrong, else whose it is and by when. */
export function PinNews({ pin, edit, hasFailed }: PinNewsProps) {
  const now = useNow();
  if (edit) return <span className={look}>{runText(edit)}</span>;
  if (hasFailed) return <span className={classes(look, '!text-attention')}>{texts.pins.editFailed}</span>;
  const isDone = pin.state === 'resolved' || pin.state === 'declined';
  if (isDone) return <span className={look}>{pin.assigneeName}</span>;
  const due = pin.dueAt ? dueText(pin.dueAt, now) : null;
  const whose = pin.assigneeName ?? texts.pins.nobodyYet;
  return (
    <span className={classes(look, due?.isOver && '!text-attention')}>
      {due ? `${whose} · ${due.text}` : whose}
    </span>
  );
}

const look = 'num min-w-0 truncate font-medium text-11 text-text-3';

function runText(edit: Edit): string {
  const { engine, state, progress, estimate } = edit;
  const title = engineTitle(engine);
  if (state === 'queued') return texts.pins.waiting(title);
  const ahead = aheadText(edit);
  if (ahead) return ahead;
  const left = Math.ceil(estimate.region.seconds * (1 - progress));
  return texts.pins.secondsLeft(title, Math.max(1, left));
}
