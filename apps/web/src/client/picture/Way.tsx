import type { LucideIcon } from 'lucide-react';
import { classes } from '../../ui/classes.ts';

export type WayProps = {
  /** The picture it leads to; null: there is none on that side. */
  readonly to: string | null;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly className?: string;
};

/** To the picture beside this one. */
export function Way({ to, icon: Icon, label, className }: WayProps) {
  if (!to) return <span className={classes('w-2 shrink-0', className)} />;
  return (
    <a
      href={`#${to}`}
      aria-label={label}
      title={label}
      className={classes(
        'grid size-12 shrink-0 place-items-center rounded-3 hover:bg-hover active:bg-pressed',
        className,
      )}
    >
      <Icon size={24} strokeWidth={1.75} aria-hidden="true" />
    </a>
  );
}
