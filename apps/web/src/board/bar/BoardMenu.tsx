'use client';

import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Suspense, useState } from 'react';
import { texts } from '../../text/texts.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { optional } from '../../ui/optional.ts';

const BoardMenuItems = optional(async () => (await import('./BoardMenuItems.tsx')).BoardMenuItems);

/** What is in it comes when it is opened. */
export function BoardMenu() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <DropdownMenu.Root onOpenChange={setIsOpen}>
      <DropdownMenu.Trigger asChild>
        <IconButton icon={Ellipsis} label={texts.board.more} data-board-menu />
      </DropdownMenu.Trigger>
      {isOpen && (
        <Suspense>
          <BoardMenuItems />
        </Suspense>
      )}
    </DropdownMenu.Root>
  );
}
