import type { ComponentProps } from 'react';
import { classes } from './classes.ts';

export type ButtonLook = 'primary' | 'line' | 'solid' | 'quiet' | 'danger';
export type ButtonSize = 'dense' | 'big' | 'touch';

export type ButtonProps = ComponentProps<'button'> & {
  /** One `primary` a view: the person's next step. */
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
};

export function Button({ look = 'line', size = 'dense', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={buttonClasses({ look, size }, className)} {...rest} />;
}

/** For links that look like buttons. */
export function buttonClasses(
  { look = 'line', size = 'dense' }: { readonly look?: ButtonLook; readonly size?: ButtonSize },
  className?: string,
): string {
  return classes(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap transition-colors duration-[90ms] disabled:pointer-events-none disabled:text-text-off',
    looks[look],
    sizes[size],
    className,
  );
}

const looks = {
  primary:
    'bg-accent font-semibold text-on-accent hover:bg-accent-hover active:bg-accent-pressed disabled:bg-hover',
  line: 'font-medium text-text shadow-[inset_0_0_0_1px_var(--line-control)] hover:bg-hover active:bg-pressed disabled:shadow-[inset_0_0_0_1px_var(--line)]',
  solid: 'bg-hover font-medium text-text hover:bg-pressed active:bg-pressed',
  quiet: 'font-medium text-text hover:bg-hover active:bg-pressed',
  danger: 'font-medium text-danger shadow-[inset_0_0_0_1px_var(--danger)] hover:bg-hover active:bg-pressed',
} as const satisfies Record<ButtonLook, string>;

const sizes = {
  dense: 'h-7 gap-1.5 rounded-2 px-2.5 text-12',
  big: 'h-9 gap-2 rounded-2 px-3.5 text-13 pointer-coarse:h-11',
  touch: 'min-h-12 gap-2.5 rounded-3 px-4.5 text-16 font-semibold',
} as const satisfies Record<ButtonSize, string>;
