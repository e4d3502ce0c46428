'use client';

import { limitBeyond } from '@pinpaint/domain';
import { lazy, Suspense, useState } from 'react';
import { ApiError } from '../../data/ApiError.ts';
import type { Edit, MaskFigures, Pin } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { Choice } from '../../ui/Choice.tsx';
import { optional } from '../../ui/optional.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { useBoard } from '../state/BoardContext.tsx';
import { useEdits } from '../state/useBoardData.ts';
import { CannotNote } from './CannotNote.tsx';
import { EngineChoice } from './EngineChoice.tsx';
import { engineRows, unableText } from './engineRows.ts';
import { MaskSliders } from './MaskSliders.tsx';
import { Risks } from './Risks.tsx';
import { RunButton } from './RunButton.tsx';
import { detailsOf, refusalText } from './refusal.ts';
import { ShareBar } from './ShareBar.tsx';
import { useEstimate, useMaskFigures, useWorkers } from './useEditWish.ts';
import { useStartEdit } from './useStartEdit.ts';

export type RunFormProps = {
  readonly pin: Pin;
  /** The pin's newest edit. */
  readonly last: Edit | null;
};

const PlaceForm = lazy(async () => ({ default: (await import('../place/PlaceForm.tsx')).PlaceForm }));
const MatchForm = lazy(async () => ({ default: (await import('../match/MatchForm.tsx')).MatchForm }));
const RunFacts = optional(async () => (await import('./facts/RunFacts.tsx')).RunFacts);
const counts = ['1', '2', '3', '4'] as const;

/** Engine, mask and number of variants, and what all that costs, before it is run. */
export function RunForm({ pin, last }: RunFormProps) {
  const [chosen, setChosen] = useState(last?.engine ?? '');
  const [variants, setVariants] = useState(last?.variants ?? 1);
  const { data: estimate, error } = useEstimate(pin.id, variants);
  const { data: figures, error: noFigures } = useMaskFigures(pin.id);
  const workers = useWorkers();
  const { data: edits = [] } = useEdits();
  const trial = useBoard((state) => state.trial);
  const placing = useBoard((state) => (state.placing?.pinId === pin.id ? state.placing : null));
  const start = useStartEdit(pin.id);
  const { edit } = texts;
  if (error && !estimate) {
    return (
      <div className="border-line border-t px-3.5 py-3">
        <ProblemNote title={edit.notStarted} happened={refusalText(error)} details={detailsOf(error)} />
      </div>
    );
  }
  if (!estimate) return <Loading />;
  if (estimate.cannot) return <CannotNote cannot={estimate.cannot} />;
  const engine = estimate.engines.find(({ name }) => name === chosen) ?? estimate.engines[0];
  if (!engine) return null;
  const isBeyond = limitBeyond(estimate.limits, engine.region.usd) !== null;
  const { wish } = pin.reading;
  const isUnshown = wish?.kind === 'match' && !wish.at && !wish.picture;
  const isPlace = estimate.reading.wish?.kind === 'place';
  const run = () =>
    start.mutate({ engine: engine.name, variants: isPlace ? 1 : variants, ...trial, ...placing?.start });
  return (
    <>
      <section className="border-line border-t px-3.5 pt-2.5 pb-3">
        <EngineChoice
          rows={engineRows({ estimate, workers, edits })}
          value={engine.name}
          variants={variants}
          unable={unableText({ estimate, workers })}
          onChange={setChosen}
        />
        <Suspense fallback={<div className="mt-1.5 h-8.5" />}>
          <RunFacts estimate={estimate} engine={engine} />
        </Suspense>
        {!isPlace && <Share figures={figures} error={noFigures} />}
      </section>
      {wish?.kind === 'match' && (
        <Suspense fallback={<Loading />}>
          <MatchForm pin={pin} wish={wish} />
        </Suspense>
      )}
      {isPlace ? (
        <Suspense fallback={<Loading />}>
          <PlaceForm pin={pin} last={last} />
        </Suspense>
      ) : (
        <section className="border-line border-t px-3.5 pt-2.5 pb-3">
          <MaskSliders pin={pin} />
          <div className="mt-1.5 grid h-7 grid-cols-[56px_1fr] items-center gap-2.5 text-12">
            <span className="text-text-2">{edit.variants}</span>
            <span>
              <Choice
                label={edit.variants}
                value={String(variants) as (typeof counts)[number]}
                options={counts.map((value) => ({ value, label: value }))}
                onChange={(value) => setVariants(Number(value))}
              />
            </span>
          </div>
        </section>
      )}
      <footer className="grid grid-cols-1 gap-3 border-line border-t px-3.5 py-3">
        {start.error && (
          <ProblemNote
            title={edit.notStarted}
            happened={refusalText(start.error)}
            kept={edit.notStartedKept}
            details={detailsOf(start.error)}
          />
        )}
        <Risks foresight={estimate.foresight} codes={engine.risks} />
        {isBeyond && <p className="text-12 text-attention">{edit.beyondLimit}</p>}
        <RunButton
          cost={engine.region}
          variants={isPlace ? 1 : variants}
          isAgain={last !== null}
          isNext={pin.state === 'open'}
          disabled={
            start.isPending || isBeyond || isUnshown || (isPlace ? !placing?.start : isMaskless(noFigures))
          }
          onRun={run}
        />
      </footer>
    </>
  );
}

type ShareProps = { readonly figures: MaskFigures | undefined; readonly error: Error | null };

/** How much may change; or why nothing can, before anybody runs it. */
function Share({ figures, error }: ShareProps) {
  if (figures) return <ShareBar figures={figures} />;
  if (!error) return <Shape className="mt-2 h-7 w-full" />;
  return (
    <p role="status" className="mt-2 min-h-7 text-12 text-attention">
      {refusalText(error)}
    </p>
  );
}

/** Nothing could change, with these settings. */
function isMaskless(error: Error | null): boolean {
  return error instanceof ApiError && error.code.startsWith('mask.');
}

function Loading() {
  return (
    <div role="status" aria-label={texts.common.loading} className="grid gap-2.5 border-line border-t p-3.5">
      <Shape className="h-9 w-full" />
      <Shape className="h-9 w-full" />
      <Shape className="h-7 w-full" />
    </div>
  );
}
