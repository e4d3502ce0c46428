import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

export type CheckProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'> & {
  readonly label: string;
  readonly hint?: ReactNode;
};

/** Yes or no. */
export function Check({ label, hint, ...input }: CheckProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_1fr] items-center gap-x-2.5">
      <input id={id} type="checkbox" className="size-4 accent-accent" {...input} />
      <label htmlFor={id} className="py-1">
        {label}
      </label>
      {hint && <p className="col-start-2 text-12 text-text-3">{hint}</p>}
    </div>
  );
}
