import { useId } from 'react';
import { texts } from '../text/texts.ts';
import { Field } from '../ui/Field.tsx';
import { readLimit } from './readLimit.ts';

export type LimitFieldsProps<T extends string> = {
  /** What each limits, in the order they are shown. */
  readonly labels: Readonly<Record<T, string>>;
  /** As they are typed. */
  readonly value: Readonly<Record<T, string>>;
  readonly onChange: (value: Record<T, string>) => void;
};

const words = texts.projects;

/** Amounts in dollars, side by side; an empty one is no limit. */
export function LimitFields<T extends string>({ labels, value, onChange }: LimitFieldsProps<T>) {
  const id = useId();
  const isWrong = Object.values<string>(value).some((amount) => readLimit(amount) === undefined);
  return (
    <fieldset aria-describedby={id} className="grid gap-1.5">
      <legend className="mb-1.5 text-12 text-text-2">{words.limits}</legend>
      <div className="grid gap-3 sm:grid-flow-col sm:auto-cols-fr">
        {(Object.keys(labels) as T[]).map((name) => (
          <Field
            key={name}
            label={labels[name]}
            value={value[name]}
            inputMode="decimal"
            aria-invalid={readLimit(value[name]) === undefined || undefined}
            onChange={(event) => onChange({ ...value, [name]: event.target.value })}
          />
        ))}
      </div>
      <p
        id={id}
        role={isWrong ? 'alert' : undefined}
        className={isWrong ? 'text-12 text-danger' : 'text-12 text-text-3'}
      >
        {isWrong ? words.limitWrong : words.limitsLead}
      </p>
    </fieldset>
  );
}
