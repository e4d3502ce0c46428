'use client';

import type { Pin } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { classes } from '../../../ui/classes.ts';
import { type PinFilter, passes, pinFilters } from './pinList.ts';

export type PinFiltersProps = {
  readonly pins: readonly Pin[];
  readonly me: string | null;
  readonly value: PinFilter;
  readonly onChange: (filter: PinFilter) => void;
};

export function PinFilters({ pins, me, value, onChange }: PinFiltersProps) {
  return (
    <fieldset className="flex shrink-0 justify-between gap-0.75 border-line border-b px-3 py-2.5">
      <legend className="sr-only">{texts.pins.filter}</legend>
      {pinFilters.map((filter) => {
        const count = pins.filter((pin) => passes(pin, filter, me)).length;
        return (
          <button
            key={filter}
            type="button"
            aria-pressed={filter === value}
            onClick={() => onChange(filter)}
            className={classes(
              'inline-flex h-6 items-center gap-0.75 whitespace-nowrap rounded-full px-1.5 font-medium text-11 tracking-[-.005em] transition-colors duration-[90ms]',
              filter === value
                ? 'bg-text text-panel'
                : 'text-text-2 shadow-[inset_0_0_0_1px_var(--line)] hover:bg-hover hover:text-text',
            )}
          >
            {texts.pins.filters[filter]} {filter !== 'all' && <span className="num">{count}</span>}
          </button>
        );
      })}
    </fieldset>
  );
}
