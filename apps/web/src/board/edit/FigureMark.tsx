'use client';

import { Ghost, type LucideIcon, ShieldCheck, SquareSplitHorizontal, Sun } from 'lucide-react';
import { classes } from '../../ui/classes.ts';
import { Tip } from '../../ui/Tip.tsx';
import type { Figure, FigureName } from './figures.ts';

/** A figure as a small mark that explains itself; a risky one changes colour and says so. */
export function FigureMark({ figure: { name, shown, isRisky, says } }: { readonly figure: Figure }) {
  const Icon = icons[name];
  return (
    <Tip says={says} side="top">
      <button
        type="button"
        data-candidate=""
        aria-label={says}
        className={classes(
          'relative z-10 flex h-4 cursor-default items-center gap-0.75',
          isRisky ? 'text-attention' : 'text-text-3',
        )}
      >
        <Icon size={12} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
        <b className={classes('num font-medium text-[11px]/[14px]', !isRisky && 'text-text')}>{shown}</b>
      </button>
    </Tip>
  );
}

const icons = {
  outside: ShieldCheck,
  seam: SquareSplitHorizontal,
  ghost: Ghost,
  light: Sun,
} as const satisfies Record<FigureName, LucideIcon>;
