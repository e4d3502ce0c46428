'use client';

import { ChevronDown } from 'lucide-react';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { type CompareMode, compareModes } from '../state/boardStore.ts';

export type ModeChoiceProps = {
  readonly mode: CompareMode;
  readonly onChange: (mode: CompareMode) => void;
};

/** Side by side where there is room, else behind one button. */
export function ModeChoice({ mode, onChange }: ModeChoiceProps) {
  const names = texts.compare.modes;
  return (
    <>
      <span className="hidden lg:block">
        <Choice
          label={texts.compare.way}
          value={mode}
          options={compareModes.map((value) => ({ value, label: names[value] }))}
          onChange={onChange}
        />
      </span>
      <span className="lg:hidden">
        <Menu
          align="start"
          items={compareModes.map((value) => ({ label: names[value], onSelect: () => onChange(value) }))}
        >
          <Button aria-label={`${texts.compare.way}: ${names[mode]}`} className="h-7.5">
            {names[mode]}
            <ChevronDown size={14} aria-hidden="true" />
          </Button>
        </Menu>
      </span>
    </>
  );
}
