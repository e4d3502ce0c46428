'use client';

import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Kbd } from './Kbd.tsx';

export type MenuItem = {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
};

export type MenuProps = {
  /** The button that opens it. */
  readonly children: ReactNode;
  readonly items: readonly MenuItem[];
  /** What stands above them: what they are for, or why there are none. */
  readonly note?: string;
  readonly align?: 'start' | 'end';
  /** When it closes, before the focus goes back to its button; prevented, the focus stays where it is. */
  readonly onClosed?: (event: Event) => void;
};

export function Menu({ children, items, note, align = 'end', onClosed }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          {...(onClosed ? { onCloseAutoFocus: onClosed } : {})}
          className="z-50 min-w-44 rounded-3 bg-raised p-1 shadow-2"
        >
          {note && (
            <DropdownMenu.Label className="max-w-56 px-2 py-1.5 text-12 text-text-2">
              {note}
            </DropdownMenu.Label>
          )}
          {items.map(({ label, icon: Icon, keys, danger, disabled, onSelect }) => (
            <DropdownMenu.Item
              key={label}
              disabled={disabled ?? false}
              onSelect={onSelect}
              className={classes(
                'flex h-8 pointer-coarse:h-11 cursor-default select-none items-center gap-2 rounded-2 px-2 text-13 outline-none data-[highlighted]:bg-hover data-[disabled]:text-text-off',
                danger && 'text-danger',
              )}
            >
              {Icon && <Icon size={15} strokeWidth={1.75} aria-hidden="true" />}
              <span className="flex-1">{label}</span>
              {keys && <Kbd>{keys}</Kbd>}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
