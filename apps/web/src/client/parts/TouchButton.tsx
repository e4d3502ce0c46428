import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';
import { classes } from '../../ui/classes.ts';

export type TouchButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly icon: LucideIcon;
  readonly label: string;
};

/** An icon for a thumb. Its name is also its title: the page does without the tooltips' script. */
export function TouchButton({ icon: Icon, label, className, ...rest }: TouchButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classes(
        'grid size-12 shrink-0 place-items-center rounded-3 text-text transition-colors duration-[90ms] hover:bg-hover active:bg-pressed disabled:pointer-events-none disabled:text-text-off',
        className,
      )}
      {...rest}
    >
      <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}
