'use client';

import { newId } from '@pinpaint/domain';
import { useState } from 'react';
import type { Series } from '../../data/types.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { NameDialog } from '../../ui/NameDialog.tsx';
import { refusalText } from '../edit/refusal.ts';
import { EmptyTab } from '../panels/EmptyTab.tsx';
import { useBoard } from '../state/BoardContext.tsx';
import { useBoardFacts } from '../state/useBoardData.ts';
import { useMay } from '../state/useMay.ts';
import { SeriesProblem } from './SeriesProblem.tsx';
import { useSeriesChanges } from './useSeriesChanges.ts';

export type NoSeriesProps = { readonly frameId: string; readonly all: readonly Series[] };

/** A picture on its own: into which series it could go. */
export function NoSeries({ frameId, all }: NoSeriesProps) {
  const also = useBoard((state) => state.alsoSelected);
  const mayChange = useMay('series.change');
  const projectId = useBoardFacts().data?.projectId;
  const [isNaming, setIsNaming] = useState(false);
  const { mutate, error, isPending, reset } = useSeriesChanges();
  const taken = new Set(all.flatMap(({ frames }) => frames.map((frame) => frame.frameId)));
  const frameIds = [...new Set<string>([frameId, ...also])].filter((id) => !taken.has(id));
  if (!mayChange) return <EmptyTab title={words.inNone} lead={words.inNoneLead} />;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <EmptyTab title={words.inNone} lead={words.inNoneLead}>
        <Button look="primary" size="big" className="mt-3" onClick={() => setIsNaming(true)}>
          {words.makeOf(frameIds.length)}
        </Button>
        {all.length > 0 && <p className="mt-4 text-12 text-text-2">{words.others}</p>}
        {all.map(({ id, name }) => (
          <Button
            key={id}
            disabled={isPending}
            onClick={() => mutate({ do: 'add', id, frameId })}
            className="mt-2 max-w-full"
          >
            <span className="truncate">{words.join(name)}</span>
          </Button>
        ))}
      </EmptyTab>
      {error && !isNaming && <SeriesProblem error={error} onClose={reset} />}
      {isNaming && projectId && (
        <NameDialog
          title={words.makeTitle}
          lead={words.inNoneLead}
          label={words.name}
          example={words.namePlaceholder}
          verb={words.make}
          isBusy={isPending}
          problem={error && refusalText(error)}
          onSend={(name) =>
            mutate(
              { do: 'make', id: newId(), projectId, name, frameIds },
              { onSuccess: () => setIsNaming(false) },
            )
          }
          onClose={() => setIsNaming(false)}
        />
      )}
    </div>
  );
}
