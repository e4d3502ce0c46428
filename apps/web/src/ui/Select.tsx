import { type SelectHTMLAttributes, useId } from 'react';
import { classes } from './classes.ts';
import { fieldClasses } from './Field.tsx';

export type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'children'> & {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly disabled?: boolean;
  }[];
};

/** One of many; the browser's own, which works on every phone and with every reader. */
export function Select({ label, hideLabel, options, className, ...select }: SelectProps) {
  const id = useId();
  return (
    <div className={classes('grid gap-1', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-12 text-text-2'}>
        {label}
      </label>
      <select id={id} className={classes(fieldClasses(), 'disabled:text-text-2')} {...select}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
