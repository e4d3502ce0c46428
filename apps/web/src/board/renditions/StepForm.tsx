'use client';

import { renditionTexts as words } from '../../text/renditionTexts.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { CameraForm } from './CameraForm.tsx';
import { Line } from './Line.tsx';
import type { StepWishes } from './wishedSteps.ts';

export type StepFormProps = {
  readonly wishes: StepWishes;
  readonly onChange: (wishes: StepWishes) => void;
};

export function StepForm({ wishes, onChange }: StepFormProps) {
  const set = (change: Partial<StepWishes>) => onChange({ ...wishes, ...change });
  return (
    <div className="grid gap-3">
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
      <Line label={words.animate}>
        <Choice
          label={words.animate}
          value={wishes.animate}
          options={[
            { value: 'off', label: words.off },
            { value: 'mp4', label: words.formats.mp4 },
            { value: 'webp', label: words.formats.webp },
          ]}
          onChange={(animate) => set({ animate })}
        />
      </Line>
      {wishes.animate !== 'off' && <CameraForm wishes={wishes} onChange={set} />}
    </div>
  );
}
