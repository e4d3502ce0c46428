'use client';

import { renditionTexts as words } from '../../text/renditionTexts.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Line } from './Line.tsx';
import { directions, type StepWishes } from './wishedSteps.ts';

export type CameraFormProps = {
  readonly wishes: StepWishes;
  readonly onChange: (change: Partial<StepWishes>) => void;
};

/** How the camera moves: only asked where there is to be a film. */
export function CameraForm({ wishes, onChange }: CameraFormProps) {
  return (
    <div className="-mx-2 grid grid-cols-1 gap-3 rounded-2 p-2 shadow-[inset_0_0_0_1px_var(--line)]">
      <p className="text-12 text-text-2">{words.loops}</p>
      <Amount
        label={words.length}
        name={words.lengthName}
        value={wishes.seconds}
        min={1}
        max={12}
        says={words.seconds(wishes.seconds)}
        onChange={(seconds) => onChange({ seconds })}
      />
      <Amount
        label={words.zoom}
        name={words.zoomName}
        value={wishes.zoom}
        min={100}
        max={250}
        step={5}
        says={words.percent(wishes.zoom)}
        onChange={(zoom) => onChange({ zoom })}
      />
      <Amount
        label={words.depth}
        name={words.depthName}
        value={wishes.depth}
        max={100}
        step={10}
        says={words.percent(wishes.depth)}
        onChange={(depth) => onChange({ depth })}
      />
      <Line label={words.pan}>
        <Choice
          label={words.pan}
          value={wishes.direction}
          options={directions.map((value) => ({ value, label: words.directions[value] }))}
          onChange={(direction) => onChange({ direction })}
        />
      </Line>
      <Line label={words.easing}>
        <Choice
          label={words.easing}
          value={wishes.easing}
          options={(['smooth', 'gentle', 'linear'] as const).map((value) => ({
            value,
            label: words.easings[value],
          }))}
          onChange={(easing) => onChange({ easing })}
        />
      </Line>
      <Line label={words.fps}>
        <Choice
          label={words.fps}
          value={wishes.fps}
          options={(['24', '25', '30'] as const).map((value) => ({ value, label: words.perSecond(value) }))}
          onChange={(fps) => onChange({ fps })}
        />
      </Line>
    </div>
  );
}
