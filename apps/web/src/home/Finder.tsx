'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation.js';
import { Dialog } from 'radix-ui';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { texts } from '../text/texts.ts';
import { classes } from '../ui/classes.ts';
import { useWaiting } from '../waiting/useWaiting.ts';
import { asFindables, type Findable, find, findables } from './findable.ts';
import { closeFinder, openFinder, useFinder } from './finderStore.ts';
import { useOverview } from './useOverview.ts';
import { useSearch } from './useSearch.ts';

/** Ctrl+K: goes to a board, a picture or a note by a part of its name. */
export function Finder() {
  const isOpen = useFinder((store) => store.isOpen);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      // What is being asked has to be answered or closed first.
      if (!document.querySelector('[role="dialog"]')) openFinder();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(next) => (next ? openFinder() : closeFinder())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[rgb(0_0_0/.55)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className="-translate-x-1/2 fixed top-[12dvh] left-1/2 z-50 w-[min(560px,calc(100vw-24px))] overflow-hidden rounded-3 bg-raised shadow-3"
        >
          <Dialog.Title className="sr-only">{texts.home.find}</Dialog.Title>
          <FinderList />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function FinderList() {
  const router = useRouter();
  const overview = useOverview();
  const waiting = useWaiting();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  // What the page knows is there at once; the server adds what it does not.
  const known = findables(overview.data, waiting.data);
  const found = find([...known, ...asFindables(useSearch(text).data)], text);
  const go = (one: Findable | undefined) => {
    if (!one) return;
    closeFinder();
    router.push(one.href);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setAt((before) => (before + step + found.length) % found.length);
    } else if (event.key === 'Enter') go(found[at]);
  };
  return (
    <>
      <div className="flex items-center gap-2 px-4">
        <Search size={16} aria-hidden="true" className="shrink-0 text-text-3" />
        <input
          role="combobox"
          aria-label={texts.home.find}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={found[at] ? `${listId}-${at}` : undefined}
          placeholder={texts.home.find}
          value={text}
          onKeyDown={onKey}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          className="h-12 w-full bg-transparent text-15 outline-none placeholder:text-text-3"
        />
      </div>
      <div
        id={listId}
        role="listbox"
        aria-label={texts.home.found}
        className="max-h-[56dvh] overflow-y-auto border-line border-t p-1.5"
      >
        {found.map((one, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active one
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
          <div
            key={one.key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => go(one)}
            onPointerMove={() => setAt(index)}
            className={classes(
              'flex min-h-10 cursor-pointer items-center gap-3 rounded-2 px-2.5 py-1.5',
              index === at && 'bg-hover',
            )}
          >
            <span className="w-14 shrink-0 text-11 text-text-3">{texts.home.findKinds[one.kind]}</span>
            <span className="min-w-0 flex-1 truncate">{one.name}</span>
            <span className="max-w-[40%] shrink-0 truncate text-12 text-text-2">{one.place}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="px-4 pb-4 text-text-2">
          {text ? texts.home.findNothing(text) : texts.home.findHint}
        </p>
      )}
    </>
  );
}
