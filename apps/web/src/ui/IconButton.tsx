'use client';

import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';
import { classes } from './classes.ts';
import { Tip } from './Tip.tsx';

export type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> & {
  readonly icon: LucideIcon;
  /** Its name, and its tooltip. */
  readonly label: string;
  readonly keys?: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** 44 px and more, for fingers. */
  readonly touch?: boolean;
};

export function IconButton({ icon: Icon, label, keys, side, touch, className, ...rest }: IconButtonProps) {
  return (
    <Tip says={label} {...(keys ? { keys } : {})} {...(side ? { side } : {})}>
      <button
        type="button"
        aria-label={label}
        className={classes(
          'grid shrink-0 place-items-center rounded-2 text-text-2 transition-colors duration-[90ms] hover:bg-hover hover:text-text active:bg-pressed disabled:pointer-events-none disabled:text-text-off',
          touch ? 'size-12' : 'size-7',
          className,
        )}
        {...rest}
      >
        <Icon size={touch ? 22 : 15} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </Tip>
  );
}
