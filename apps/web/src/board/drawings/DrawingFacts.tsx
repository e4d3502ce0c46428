'use client';

import type { Frame } from '../../data/types.ts';
import { drawingTexts as words } from '../../text/drawingTexts.ts';
import { money } from '../../ui/numbers.ts';
import { engineTitle } from '../edit/engineTitle.ts';
import { useEdits } from '../state/useBoardData.ts';
import { sizeSays } from './sizeSays.ts';

export type DrawingFactsProps = {
  readonly frame: Frame;
  readonly drawing: NonNullable<Frame['drawing']>;
};

/** Of a picture that was drawn from words: by whom, from which, and for how much. */
export function DrawingFacts({ frame, drawing }: DrawingFactsProps) {
  const { data: edits = [] } = useEdits();
  const usd = edits.find(({ id }) => id === drawing.editId)?.cost?.usd;
  const { modelVersion, seed } = drawing.provenance ?? {};
  const facts = [
    [words.facts.engine, engineTitle(drawing.engine)],
    [words.facts.version, modelVersion],
    [words.facts.shape, drawing.aspect],
    [words.facts.size, sizeSays(frame)],
    [words.facts.seed, seed],
    [words.facts.cost, usd === undefined ? undefined : money(usd)],
  ] as const;
  return (
    <div className="grid gap-3 text-13">
      <p className="text-text-2">{words.drawnLead}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(
          ([name, value]) =>
            value !== undefined &&
            value !== null && (
              <div key={name} className="contents">
                <dt className="text-text-3">{name}</dt>
                <dd className="num break-words">{String(value)}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
}
