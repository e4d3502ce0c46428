'use client';

import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { renditionTexts as words } from '../../text/renditionTexts.ts';
import { Choice } from '../../ui/Choice.tsx';
import { fieldClasses } from '../../ui/Field.tsx';
import { money } from '../../ui/numbers.ts';
import { limitSays } from '../edit/facts/limitSays.ts';
import { Line } from './Line.tsx';
import type { FilmEstimate } from './useSteps.ts';
import type { StepWishes } from './wishedSteps.ts';

export type FilmFormProps = {
  readonly wishes: StepWishes;
  readonly onChange: (change: Partial<StepWishes>) => void;
  readonly film: NonNullable<FilmEstimate['film']>;
  readonly limits: FilmEstimate['limits'];
};

const longestPrompt = 2_000;

/** What is to happen, for how long, and what that costs; said before anything else: it is exact in no frame. */
export function FilmForm({ wishes, onChange, film, limits }: FilmFormProps) {
  const id = useId();
  const usd = film.usdPerSecond * Number(wishes.filmSeconds);
  const limit = limitSays(limits, usd);
  return (
    <div className="grid gap-3 rounded-2 bg-sunken p-3">
      <div className="grid gap-1">
        <p className="flex items-center gap-1.5 font-medium text-13 text-attention">
          <TriangleAlert size={14} aria-hidden="true" />
          {words.filmNote}
        </p>
        <p className="text-12 text-text-2">{words.filmLead}</p>
      </div>
      <div className="grid gap-1">
        <label htmlFor={id} className="text-12 text-text-2">
          {words.filmWords}
        </label>
        <textarea
          id={id}
          rows={3}
          required
          maxLength={longestPrompt}
          value={wishes.prompt}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onChange({ prompt: target.value })}
          className={fieldClasses()}
        />
        <p id={`${id}-hint`} className="text-12 text-text-3">
          {words.filmWordsHint}
        </p>
      </div>
      <Line label={words.length}>
        <Choice
          label={words.length}
          value={wishes.filmSeconds}
          options={(['4', '6', '8'] as const).map((value) => ({
            value,
            label: words.seconds(Number(value)),
          }))}
          onChange={(filmSeconds) => onChange({ filmSeconds })}
        />
      </Line>
      <div className="num grid gap-0.5 text-12">
        <p>{words.filmCost(money(usd), money(film.usdPerSecond))}</p>
        {limit && (
          <p className={limit.isBeyond ? 'font-medium text-attention' : 'text-text-3'}>
            {words.limit(limit.scope, limit.says)}
          </p>
        )}
      </div>
    </div>
  );
}
