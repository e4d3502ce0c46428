'use client';

import { Menu, Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { texts } from '../text/texts.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Link } from '../ui/Link.tsx';
import { Mark } from '../ui/Mark.tsx';
import { openFinder } from './finderStore.ts';
import { Nav } from './Nav.tsx';
import { useMe } from './useMe.ts';

/** On narrow screens: the navigation behind a button. */
export function TopBar() {
  const { data: me } = useMe();
  const [isOpen, setOpen] = useState(false);
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center gap-1 border-line border-b bg-panel pr-2 pl-4 md:hidden">
      <Link href="/projects" className="flex h-11 min-w-0 flex-1 items-center gap-2.5 font-semibold text-15">
        <Mark />
        <span className="truncate">{me?.studio.name ?? texts.common.product}</span>
      </Link>
      <IconButton icon={Search} label={texts.home.find} touch onClick={openFinder} />
      <Dialog.Root open={isOpen} onOpenChange={setOpen}>
        <Dialog.Trigger asChild>
          <IconButton icon={Menu} label={texts.home.menu} touch />
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-40 bg-[rgb(0_0_0/.55)]" />
          <Dialog.Content
            aria-describedby={undefined}
            onOpenAutoFocus={focusItself}
            className="fixed inset-y-0 right-0 z-50 w-[min(300px,86vw)] bg-panel shadow-3 outline-none"
          >
            <Dialog.Title className="sr-only">{texts.home.menu}</Dialog.Title>
            <Nav onGone={() => setOpen(false)} />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </header>
  );
}

/** Radix passes links by, and the first that is none is the way out. */
function focusItself(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}
