'use client';

import { expectUpscale, type PixelSize } from '@pinpaint/domain';
import { renditionTexts as words } from '../../text/renditionTexts.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { classes } from '../../ui/classes.ts';
import { duration, wholeNumber } from '../../ui/numbers.ts';
import { CameraForm } from './CameraForm.tsx';
import { FilmForm } from './FilmForm.tsx';
import { Line } from './Line.tsx';
import type { FilmEstimate } from './useSteps.ts';
import { chooseAnimation, type StepWishes } from './wishedSteps.ts';

export type StepFormProps = {
  readonly wishes: StepWishes;
  /** Of the version. */
  readonly size: PixelSize;
  readonly onChange: (wishes: StepWishes) => void;
  /** null: nobody makes films here. */
  readonly films: FilmEstimate | null;
};

export function StepForm({ wishes, size, onChange, films }: StepFormProps) {
  const set = (change: Partial<StepWishes>) => onChange({ ...wishes, ...change });
  return (
    <div className="grid grid-cols-1 gap-3">
      <Amount
        label={words.refine}
        name={words.refineName}
        value={wishes.refine}
        max={100}
        step={5}
        says={wishes.refine === 0 ? words.off : words.percent(wishes.refine)}
        onChange={(refine) => set({ refine })}
      />
      <Line label={words.upscale}>
        <Choice
          label={words.upscale}
          value={wishes.upscale}
          options={[
            { value: 'off', label: words.off },
            { value: '2', label: words.times('2') },
            { value: '4', label: words.times('4') },
          ]}
          onChange={(upscale) => set({ upscale })}
        />
      </Line>
      {wishes.upscale !== 'off' && <Upscaled size={size} scale={wishes.upscale === '4' ? 4 : 2} />}
      <Line label={words.animate}>
        <Choice
          label={words.animate}
          value={wishes.animate}
          options={[
            { value: 'off', label: words.off },
            { value: 'mp4', label: words.formats.mp4 },
            { value: 'webp', label: words.formats.webp },
            ...(films?.film ? [{ value: 'film' as const, label: words.film }] : []),
          ]}
          onChange={(animate) => onChange(chooseAnimation(wishes, animate))}
        />
      </Line>
      {wishes.animate === 'film' && films?.film && (
        <FilmForm wishes={wishes} onChange={set} film={films.film} limits={films.limits} />
      )}
      {(wishes.animate === 'mp4' || wishes.animate === 'webp') && (
        <CameraForm wishes={wishes} onChange={set} />
      )}
    </div>
  );
}

/** How large and how long, before it is begun. */
function Upscaled({ size, scale }: { readonly size: PixelSize; readonly scale: 2 | 4 }) {
  const { width, height, seconds, isTooLarge } = expectUpscale(size, scale);
  const says = isTooLarge ? words.tooLarge : words.takes(duration(seconds));
  return (
    <p className={classes('-mt-1.5 text-12 sm:pl-16.5', isTooLarge ? 'text-attention' : 'text-text-2')}>
      {words.pixels(wholeNumber(width), wholeNumber(height))} · {says}
    </p>
  );
}
