'use client';

import { X } from 'lucide-react';
import { historyTexts as words } from '../../text/historyTexts.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useBoardContext } from '../state/BoardContext.tsx';
import { MomentList } from './MomentList.tsx';
import { StorageFoot } from './StorageFoot.tsx';

/** In place of the side panel: what was done on the board, each moment of which can be looked at. */
export function HistoryPanel() {
  const { store } = useBoardContext();
  const close = () => {
    store.setState({ showsHistory: false });
    document.querySelector<HTMLElement>('[data-board-menu]')?.focus();
  };
  return (
    <aside aria-label={words.title} className="flex min-h-0 w-full flex-1 flex-col bg-panel">
      <header className="flex h-11 shrink-0 items-center border-line border-b pr-2 pl-3.5">
        <h2 ref={takeFocus} tabIndex={-1} data-history className="flex-1 font-semibold text-13 outline-none">
          {words.title}
        </h2>
        <IconButton icon={X} label={words.close} onClick={close} />
      </header>
      <MomentList />
      <StorageFoot />
    </aside>
  );
}

/** Not the button beside it, whose tip would lie over what is to be read. */
function takeFocus(head: HTMLElement | null): void {
  head?.focus();
}
