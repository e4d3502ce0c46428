'use client';

import type { LucideIcon } from 'lucide-react';
import { usePathname } from 'next/navigation.js';
import { texts } from '../text/texts.ts';
import { classes } from '../ui/classes.ts';
import { Link } from '../ui/Link.tsx';

export type NavLinkProps = {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly children: string;
  /** Of what waits there. */
  readonly count?: string;
  readonly onGone?: () => void;
};

export function NavLink({ href, icon: Icon, children, count, onGone }: NavLinkProps) {
  const isHere = usePathname() === href;
  return (
    <Link
      href={href}
      aria-current={isHere ? 'page' : undefined}
      {...(onGone ? { onClick: onGone } : {})}
      className={classes(
        'mb-px flex h-11 shrink-0 items-center gap-2.5 rounded-2 px-2.5 font-medium transition-colors duration-[90ms] hover:bg-hover md:h-8.5',
        isHere ? 'bg-hover text-text' : 'text-text-2',
      )}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
      {children}
      {count && (
        <span className="num ml-auto min-w-4.5 rounded-full bg-accent px-1.25 text-center font-semibold text-11 text-on-accent leading-[18px]">
          <span aria-hidden="true">{count}</span>
          <span className="sr-only">{texts.home.waitingCount(Number.parseInt(count, 10))}</span>
        </span>
      )}
    </Link>
  );
}
