import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';

export type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  readonly problem?: string | null;
  readonly touch?: boolean;
};

/** A line of text with its label; what is wrong with it stands below. */
export function Field({ label, hideLabel, hint, problem, touch, className, ...input }: FieldProps) {
  const id = useId();
  const told = problem ? `${id}-problem` : hint ? `${id}-hint` : undefined;
  return (
    <div className={classes('grid gap-1', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-12 text-text-2'}>
        {label}
      </label>
      <input
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={told}
        className={fieldClasses(touch)}
        {...input}
      />
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="text-12 text-danger">
          {problem}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="text-12 text-text-3">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

/** For text areas and selects, so that they look the same. */
export function fieldClasses(touch?: boolean): string {
  return classes(
    'w-full rounded-2 bg-sunken text-text shadow-[inset_0_0_0_1px_var(--line-control)] outline-offset-0 placeholder:text-text-3',
    touch
      ? 'min-h-12 rounded-3 px-3.5 py-2.5 text-16'
      : 'min-h-8 px-2 py-1 text-13 pointer-coarse:min-h-11 pointer-coarse:text-16',
  );
}
