'use client';

import { RadioGroup } from 'radix-ui';
import { drawingTexts as words } from '../../text/drawingTexts.ts';
import { classes } from '../../ui/classes.ts';
import { money, seconds } from '../../ui/numbers.ts';
import { engineTitle } from '../edit/engineTitle.ts';
import type { DrawingEstimate } from './useDrawing.ts';

export type DrawingEnginesProps = {
  readonly engines: DrawingEstimate['engines'];
  readonly value: string;
  readonly onChange: (name: string) => void;
};

/** Who draws, in which size, for how long and how much. */
export function DrawingEngines({ engines, value, onChange }: DrawingEnginesProps) {
  return (
    <section>
      <h3 className="mb-1 text-12 text-text-2">{words.engine}</h3>
      <RadioGroup.Root
        aria-label={words.engine}
        value={value}
        onValueChange={onChange}
        className="grid gap-0.5"
      >
        {engines.map(({ name, size, cost }) => (
          <RadioGroup.Item
            key={name}
            value={name}
            className="-mx-2 flex min-h-9.5 items-center gap-2.25 rounded-2 px-2 py-0.75 pointer-coarse:min-h-11 text-left hover:bg-hover/60 data-[state=checked]:bg-hover"
          >
            <span
              aria-hidden="true"
              className={classes(
                'size-3.5 shrink-0 rounded-full',
                name === value
                  ? 'shadow-[inset_0_0_0_4.5px_var(--text)]'
                  : 'shadow-[inset_0_0_0_1.5px_var(--line-control)]',
              )}
            />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium text-13">{engineTitle(name)}</span>
              <span className="num block text-11 text-text-3">{words.size(size.width, size.height)}</span>
            </span>
            <span className="num text-right text-11 text-text-3">
              <span className="block font-semibold text-12 text-text">{money(cost.usd)}</span>
              {seconds(cost.seconds)}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </section>
  );
}
