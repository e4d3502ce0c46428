'use client';

import { X } from 'lucide-react';
import { useEffect } from 'react';
import { create } from 'zustand';
import { texts } from '../text/texts.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';

export type Toast = {
  readonly says: string;
  /** What takes it back. */
  readonly undo?: () => void;
  /** What it is about: what is said later of the same takes its place. */
  readonly about?: string;
};

type Shown = Toast & { readonly key: number };
type Store = { readonly toasts: readonly Shown[] };

/** Long enough to read it, see that it was the wrong one, and reach the button. */
const shownMs = 8_000;
const atMost = 3;
let lastKey = 0;
const useToasts = create<Store>(() => ({ toasts: [] }));

/** Says what happened out of sight; what it did may be taken back while it is there. */
export function toast(what: Toast): void {
  lastKey += 1;
  const shown = { ...what, key: lastKey };
  useToasts.setState(({ toasts }) => {
    const others = toasts.filter(({ about }) => !about || about !== what.about);
    return { toasts: [...others, shown].slice(-atMost) };
  });
}

/** What was done can't be taken back any more by who did it; that it was done is still said. */
export function withdrawUndos(): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.map(({ undo: _, ...said }) => said) }));
}

function forget(key: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.key !== key) }));
}

/** Where they appear, above what the page has at its foot; once a page. */
export function Toasts() {
  const toasts = useToasts((store) => store.toasts);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 bottom-[calc(var(--foot,0px)+16px)] z-60 grid justify-items-center gap-2"
    >
      {toasts.map((one) => (
        <OneToast key={one.key} toast={one} forget={() => forget(one.key)} />
      ))}
    </div>
  );
}

type OneToastProps = { readonly toast: Toast; readonly forget: () => void };

function OneToast({ toast: { says, undo }, forget: close }: OneToastProps) {
  useEffect(() => {
    const timer = setTimeout(close, shownMs);
    return () => clearTimeout(timer);
  }, [close]);
  return (
    <div className="pointer-events-auto flex min-h-11 max-w-full items-center gap-3 rounded-3 bg-raised py-2 pr-2 pl-4 text-13 shadow-3">
      <span className="min-w-0">{says}</span>
      {undo && (
        <Button
          onClick={() => {
            undo();
            close();
          }}
        >
          {texts.common.undo}
        </Button>
      )}
      <IconButton icon={X} label={texts.common.close} onClick={close} />
    </div>
  );
}
