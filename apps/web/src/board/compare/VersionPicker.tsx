'use client';

import { Check, ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { Version } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { VersionWord } from '../panels/versions/VersionWord.tsx';

export type VersionPickerProps = {
  readonly letter: 'A' | 'B';
  readonly version: Version;
  readonly versions: readonly Version[];
  readonly onPick: (versionId: string) => void;
};

/** Which version is shown as A, or as B. */
export function VersionPicker({ letter, version, versions, onPick }: VersionPickerProps) {
  const name = texts.versions.name(version.number);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="inline-flex h-7.5 shrink-0 max-sm:gap-1.5 items-center gap-2 rounded-2 bg-sunken px-2.25 font-medium text-12 shadow-[inset_0_0_0_1px_var(--line-control)] hover:bg-hover"
        >
          <Letter letter={letter} />
          {name}
          <span className="max-sm:hidden">
            <VersionWord version={version} />
          </span>
          <span className="sr-only">{texts.compare.pick}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={6}
          aria-label={texts.compare.pickTitle(letter)}
          className="z-50 max-h-80 min-w-52 overflow-y-auto rounded-3 bg-raised p-1 shadow-2"
        >
          <DropdownMenu.RadioGroup value={version.id} onValueChange={onPick}>
            {versions.map((one) => (
              <DropdownMenu.RadioItem
                key={one.id}
                value={one.id}
                className="grid h-8 cursor-default select-none grid-cols-[16px_32px_1fr] items-center gap-2 rounded-2 px-2 text-13 outline-none data-[highlighted]:bg-hover"
              >
                <DropdownMenu.ItemIndicator>
                  <Check size={14} aria-hidden="true" />
                </DropdownMenu.ItemIndicator>
                <span className="num col-start-2 font-medium">{texts.versions.name(one.number)}</span>
                <VersionWord version={one} />
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** A or B as a mark, the same here and in the list of versions. */
export function Letter({ letter, label }: { readonly letter: 'A' | 'B'; readonly label?: string }) {
  return (
    <span
      {...(label ? { role: 'img', 'aria-label': label } : {})}
      className="block size-4.5 shrink-0 rounded-1 bg-text text-center font-bold text-11 text-panel leading-[18px]"
    >
      {letter}
    </span>
  );
}
