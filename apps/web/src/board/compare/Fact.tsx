import type { LucideIcon } from 'lucide-react';
import { classes } from '../../ui/classes.ts';

export type FactProps = {
  readonly icon: LucideIcon;
  /** Beside others its figure says enough, and room is scarce. */
  readonly isBare?: boolean;
  readonly title: string;
  readonly lead: string;
  readonly look?: 'plain' | 'good' | 'bad';
  /** In full, where the lead is short. */
  readonly says?: string;
  /** Gives way when there is little room. */
  readonly isSoft?: boolean;
};

/** One thing to know before deciding. */
export function Fact({ icon: Icon, title, lead, says = lead, look = 'plain', isSoft, isBare }: FactProps) {
  return (
    <div
      className={classes(
        'flex min-w-0 gap-2 border-line border-l pl-4 max-md:border-l-0 max-md:pl-0',
        isSoft ? 'shrink' : 'shrink-0',
      )}
    >
      <Icon
        size={18}
        strokeWidth={1.75}
        aria-hidden="true"
        className={classes('mt-px shrink-0', colours[look], isBare && 'md:hidden')}
      />
      <p className="num min-w-0">
        <b className="block truncate font-semibold text-13">{title}</b>
        <span
          title={says}
          className={classes('text-12 text-text-2', isSoft ? 'line-clamp-2' : 'block truncate')}
        >
          {lead}
        </span>
      </p>
    </div>
  );
}

const colours = { plain: 'text-text-2', good: 'text-resolved', bad: 'text-danger' } as const;
