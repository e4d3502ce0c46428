'use client';

import { ArrowLeft } from 'lucide-react';
import type { Series } from '../../data/types.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { editTitle } from '../edit/editTitle.ts';
import { ListShape } from '../panels/ListShape.tsx';
import { useBoardContext } from '../state/BoardContext.tsx';
import { carryEdit } from '../state/changeState.ts';
import { useEdits } from '../state/useBoardData.ts';
import { useMay } from '../state/useMay.ts';
import { CarryResult } from './CarryResult.tsx';
import { SeriesProblem } from './SeriesProblem.tsx';
import { useAskCarry, useCarry } from './useCarry.ts';

export type CarryViewProps = { readonly editId: string; readonly series: Series };

/** One edit on its way to the other pictures: look, check, run, compare. */
export function CarryView({ editId, series }: CarryViewProps) {
  const { store } = useBoardContext();
  const edit = useEdits().data?.find(({ id }) => id === editId);
  const { data: carry } = useCarry(editId);
  const asking = useAskCarry(editId);
  const mayStart = useMay('edit.start');
  const others = series.frames.length - 1;
  const title = words.carryEdit(editTitle(edit?.intent.wish ?? null));
  return (
    <section aria-label={title} className="flex min-h-0 flex-1 flex-col">
      <header className="flex min-h-11 items-center gap-1 border-line border-b py-2 pr-3.5 pl-2">
        <IconButton icon={ArrowLeft} label={words.back} onClick={() => carryEdit(store, null)} />
        <h2 title={title} className="min-w-0 truncate font-semibold text-13">
          {title}
        </h2>
      </header>
      {asking.error && <SeriesProblem error={asking.error} title={words.notRun} onClose={asking.reset} />}
      {carry === undefined && <ListShape />}
      {carry === null && (
        <div className="grid justify-items-start gap-3 p-3.5">
          <p className="text-12 text-text-2">{others > 0 ? words.lookLead : words.carryAlone}</p>
          {mayStart && others > 0 && (
            <Button look="primary" size="big" disabled={asking.isPending} onClick={() => asking.mutate()}>
              {words.look(others)}
            </Button>
          )}
        </div>
      )}
      {carry && (
        <CarryResult
          key={carry.id}
          carry={carry}
          mayStart={mayStart}
          isAsking={asking.isPending}
          onLookAgain={() => asking.mutate()}
        />
      )}
    </section>
  );
}
