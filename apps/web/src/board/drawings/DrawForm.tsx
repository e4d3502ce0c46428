'use client';

import { type FormEvent, useId, useState } from 'react';
import { drawingTexts as words } from '../../text/drawingTexts.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { fieldClasses } from '../../ui/Field.tsx';
import { money } from '../../ui/numbers.ts';
import { Select } from '../../ui/Select.tsx';
import { choiceSays, timeSays } from '../edit/facts/choiceSays.ts';
import { limitSays } from '../edit/facts/limitSays.ts';
import { refusalText } from '../edit/refusal.ts';
import { DrawingEngines } from './DrawingEngines.tsx';
import { type DrawingEstimate, type DrawingWish, useDraw, useDrawingEstimate } from './useDrawing.ts';

export type DrawFormProps = {
  readonly first: Pick<DrawingWish, 'prompt' | 'aspect'>;
  readonly onDone: () => void;
};

const longestPrompt = 4_000;

/** Words, a shape and who draws; what it takes is said before, and nothing is drawn beyond a limit. */
export function DrawForm({ first, onDone }: DrawFormProps) {
  const id = useId();
  const [prompt, setPrompt] = useState(first.prompt);
  const [aspect, setAspect] = useState(first.aspect);
  const [wanted, setWanted] = useState<string | null>(null);
  const { data: estimate, error } = useDrawingEstimate(aspect);
  const draw = useDraw(onDone);
  const engines = estimate?.engines ?? [];
  const engine = engines.find(({ name }) => name === wanted) ?? engines[0];
  const isBeyond = engine && estimate && limitSays(estimate.limits, engine.cost.usd)?.isBeyond;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (engine) draw.mutate({ prompt, aspect, engine: engine.name });
  };
  const aspects = estimate?.aspects.length ? estimate.aspects : [aspect];
  return (
    <form onSubmit={send} className="grid gap-4">
      <div className="grid gap-1">
        <label htmlFor={id} className="text-12 text-text-2">
          {words.words}
        </label>
        <textarea
          id={id}
          rows={4}
          required
          maxLength={longestPrompt}
          value={prompt}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setPrompt(target.value)}
          className={fieldClasses()}
        />
        <p id={`${id}-hint`} className="text-12 text-text-3">
          {words.wordsHint}
        </p>
      </div>
      <Select
        label={words.shape}
        value={aspect}
        options={aspects.map((value) => ({ value, label: value }))}
        onChange={({ target }) => setAspect(target.value)}
      />
      {engines.length > 0 && engine && (
        <DrawingEngines engines={engines} value={engine.name} onChange={setWanted} />
      )}
      {estimate && !engine && (
        <p role="status" className="text-12 text-attention">
          {estimate.aspects.length === 0 ? words.nobody : words.nobodyInShape}
        </p>
      )}
      {estimate && engine && <Facts estimate={estimate} engine={engine} />}
      {(draw.error || error) && (
        <p role="alert" className="text-12 text-danger">
          {draw.error ? refusalText(draw.error) : words.notKnown}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{texts.common.cancel}</Button>
        <Button
          type="submit"
          look="primary"
          disabled={!engine || prompt.trim() === '' || isBeyond === true || draw.isPending}
        >
          {words.draw}
          {engine && <span className="num font-normal">{money(engine.cost.usd)}</span>}
        </Button>
      </div>
    </form>
  );
}

type FactsProps = {
  readonly estimate: DrawingEstimate;
  readonly engine: DrawingEstimate['engines'][number];
};

/** Why it, how long, and under which limit. */
function Facts({ estimate, engine }: FactsProps) {
  const limit = limitSays(estimate.limits, engine.cost.usd);
  return (
    <div className="num grid gap-0.5 text-11 text-text-3">
      <p className="text-text-2">{choiceSays(engine.choice)}</p>
      <p>{timeSays(engine.cost)}</p>
      {limit && (
        <p className={limit.isBeyond ? 'font-medium text-attention' : ''}>
          {limit.scope}: {limit.says}
        </p>
      )}
    </div>
  );
}
