'use client';

import type { Edit, Pin } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { money, seconds } from '../../ui/numbers.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useMay } from '../state/useMay.ts';
import { engineTitle } from './engineTitle.ts';
import { failureText, refusalText } from './refusal.ts';
import { useEstimate } from './useEditWish.ts';
import { useStartEdit } from './useStartEdit.ts';

export type FailedEditProps = {
  readonly pin: Pin;
  readonly edit: Edit;
  readonly onOthers: () => void;
};

/** An edit that came to nothing: what happened, what was kept, and the next try one click away. */
export function FailedEdit({ pin, edit, onOthers }: FailedEditProps) {
  const { data: estimate } = useEstimate(pin.id, edit.variants);
  const start = useStartEdit(pin.id);
  const mayStart = useMay('edit.start');
  const engines = estimate?.engines ?? [];
  const next = engines.find(({ name }) => name !== edit.engine) ?? (isPassing(edit) ? engines[0] : null);
  const { growPx, featherPx, variants, cost } = edit;
  const billed = cost && cost.usd > 0 ? texts.edit.billed(money(cost.usd)) : texts.edit.notBilled;
  return (
    <section className="grid grid-cols-1 gap-3 border-line border-t px-3.5 py-3.5">
      <ProblemNote
        title={texts.edit.failed(pin.number)}
        happened={failureText(edit)}
        kept={`${texts.edit.failedKept} ${billed}`}
        details={JSON.stringify({ editId: edit.id, engine: edit.engine, ...edit.failure })}
      >
        {next && mayStart && (
          <>
            <Button
              look="primary"
              disabled={start.isPending}
              onClick={() => start.mutate({ engine: next.name, variants, growPx, featherPx })}
            >
              {texts.edit.runWith(engineTitle(next.name))}
              <span className="num font-normal">
                {seconds(next.region.seconds)} · {money(next.region.usd)}
              </span>
            </Button>
            <Button onClick={onOthers}>{texts.edit.changeSettings}</Button>
          </>
        )}
        {!next && mayStart && (
          <Button look="primary" onClick={onOthers}>
            {texts.edit.changeSettings}
          </Button>
        )}
      </ProblemNote>
      {start.error && (
        <p role="alert" className="text-12 text-danger">
          {refusalText(start.error)}
        </p>
      )}
    </section>
  );
}

/** Of the machine and not of what was asked of it: the same again may well succeed. */
function isPassing({ failure }: Edit): boolean {
  return failure?.code === 'edit.worker-lost' || failure?.code === 'engine.crashed';
}
