'use client';

import type { Charge, Edit } from '../../../data/types.ts';
import { runTexts as words } from '../../../text/runTexts.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { money } from '../../../ui/numbers.ts';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import { detailsOf, refusalText } from '../../edit/refusal.ts';
import { useEdits } from '../../state/useBoardData.ts';
import { ChargeList } from './ChargeList.tsx';
import { QueueItem } from './QueueItem.tsx';
import { queueList, spending } from './queueList.ts';
import { useCharges } from './useCharges.ts';

/** What runs and waits on this board, what ended lately, and what all of it has cost. */
export function QueueTab() {
  const { data: edits, error, refetch } = useEdits();
  const charges = useCharges();
  if (error && !edits) {
    return (
      <div className="p-3.5">
        <ProblemNote title={texts.queue.notLoaded} happened={refusalText(error)} details={detailsOf(error)}>
          <Button onClick={() => void refetch()}>{texts.common.retry}</Button>
        </ProblemNote>
      </div>
    );
  }
  if (!edits) return <Shape className="m-3.5 h-24" />;
  const { now, toChoose, recent } = queueList(edits);
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto pb-3">
        {now.length === 0 && <Idle />}
        <Edits title={texts.queue.now} edits={now} />
        <Edits title={texts.queue.choose} edits={toChoose} />
        <Edits title={texts.queue.recent} edits={recent} />
        <ChargeList charges={charges} />
      </div>
      {(edits.length > 0 || charges.length > 0) && <Spending edits={edits} charges={charges} />}
    </>
  );
}

function Idle() {
  return (
    <div className="grid gap-1 px-3.5 pt-4 pb-2">
      <p className="font-medium">{texts.queue.empty}</p>
      <p className="text-12 text-text-2">{texts.queue.emptyLead}</p>
    </div>
  );
}

function Edits({ title, edits }: { readonly title: string; readonly edits: readonly Edit[] }) {
  if (edits.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="px-3.5 pt-2.5 pb-1 font-medium text-11 text-text-3">{title}</h2>
      <ol>
        {edits.map((edit) => (
          <QueueItem key={edit.id} edit={edit} />
        ))}
      </ol>
    </section>
  );
}

type SpendingProps = { readonly edits: readonly Edit[]; readonly charges: readonly Charge[] };

function Spending({ edits, charges }: SpendingProps) {
  const { usd, unusedUsd, unknown } = spending(edits);
  return (
    <dl className="grid shrink-0 grid-cols-[1fr_auto] gap-y-0.5 border-line border-t px-3.5 py-2.5 text-12">
      <dt className="text-text-2">{texts.queue.spent}</dt>
      <dd className="num text-right font-semibold">
        {money(charges.reduce((sum, charge) => sum + charge.usd, usd))}
      </dd>
      <dt className="text-text-3">{texts.queue.unused}</dt>
      <dd className="num text-right text-text-2">{money(unusedUsd)}</dd>
      {unknown > 0 && <dd className="num col-span-2 text-text-3">{words.unknownCosts(unknown)}</dd>}
    </dl>
  );
}
