import { texts } from '../../../text/texts.ts';
import { classes } from '../../../ui/classes.ts';
import type { Mentions } from './useMentions.ts';

export type MentionListProps = { readonly id: string; readonly mentions: Mentions };

/** The names that what was written after the @ may become; the field keeps the focus. */
export function MentionList({ id, mentions: { offered, at, take } }: MentionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={texts.pins.mention}
      className="absolute bottom-full left-0 z-10 mb-1 grid min-w-40 rounded-3 bg-raised p-1 shadow-2"
    >
      {offered.map((name, index) => (
        <div
          key={name}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          // Before the field loses the focus, which would close the list.
          onMouseDown={(event) => {
            event.preventDefault();
            take(name);
          }}
          className={classes('flex h-7 items-center rounded-2 px-2 text-12', index === at && 'bg-hover')}
        >
          {name}
        </div>
      ))}
    </div>
  );
}
