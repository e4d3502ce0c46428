'use client';

import { Search } from 'lucide-react';
import { texts } from '../text/texts.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { openFinder } from './finderStore.ts';

/** Looks like the field that it opens. */
export function FindField() {
  return (
    <button
      type="button"
      onClick={openFinder}
      aria-keyshortcuts="Control+K Meta+K"
      className="hidden h-8 w-70 items-center gap-1.5 rounded-2 bg-sunken px-2 text-text-3 shadow-[inset_0_0_0_1px_var(--line-control)] hover:text-text-2 md:flex"
    >
      <Search size={15} aria-hidden="true" />
      <span className="flex-1 text-left">{texts.home.find}</span>
      <Kbd>{texts.home.findKeys}</Kbd>
    </button>
  );
}
