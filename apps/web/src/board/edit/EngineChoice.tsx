'use client';

import { RadioGroup } from 'radix-ui';
import { texts } from '../../text/texts.ts';
import { classes } from '../../ui/classes.ts';
import { money, seconds } from '../../ui/numbers.ts';
import type { EngineRow } from './engineRows.ts';

export type EngineChoiceProps = {
  readonly rows: readonly EngineRow[];
  readonly value: string;
  readonly variants: number;
  /** Those that can't; null where all can. */
  readonly unable: string | null;
  readonly onChange: (name: string) => void;
};

type Cost = EngineRow['region'];

/** Seconds and money for this region beside the whole frame's, before anything is spent. */
export function EngineChoice({ rows, value, variants, unable, onChange }: EngineChoiceProps) {
  const { edit } = texts;
  return (
    <>
      <h3 className="mb-1 flex items-center font-medium text-11 text-text-3">
        {edit.engineFor(variants)}
        <span className="flex-1" />
        <span className="text-right">{edit.thisRegion}</span>
        <span className="w-19.5 text-right">{edit.wholeFrame}</span>
      </h3>
      <RadioGroup.Root aria-label={edit.engineFor(variants)} value={value} onValueChange={onChange}>
        {rows.map(({ name, title, says, region, frame }) => (
          <RadioGroup.Item
            key={name}
            value={name}
            aria-label={edit.engineSays(title, costSays(region), costSays(frame))}
            className="-mx-2 flex min-h-9.5 w-[calc(100%+16px)] items-center gap-2.25 rounded-2 px-2 py-0.75 text-left hover:bg-hover/60 data-[state=checked]:bg-hover"
          >
            <Dot isOn={name === value} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{title}</span>
              <span className="block truncate font-medium text-11 text-text-3">{says}</span>
            </span>
            <Costs cost={region} />
            <Costs cost={frame} quiet />
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {unable && <p className="mt-1 ml-5.75 text-11 text-text-3">{unable}</p>}
    </>
  );
}

function Dot({ isOn }: { readonly isOn: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'size-3.5 shrink-0 rounded-full',
        isOn ? 'shadow-[inset_0_0_0_4.5px_var(--text)]' : 'shadow-[inset_0_0_0_1.5px_var(--line-control)]',
      )}
    />
  );
}

function Costs({ cost, quiet }: { readonly cost: Cost; readonly quiet?: boolean }) {
  return (
    <span className={classes('num shrink-0 text-right text-11 text-text-3', quiet ? 'w-17' : 'w-15.5')}>
      <span className={classes('block text-[12.5px]/[17px]', quiet ? '' : 'font-semibold text-text')}>
        {money(cost.usd)}
      </span>
      {seconds(cost.seconds)}
    </span>
  );
}

function costSays({ usd, seconds: s }: Cost): string {
  return texts.edit.costSays(money(usd), seconds(s));
}
