'use client';

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { completeMention, mentionAt, namesLike } from './mentions.ts';

export type Mentions = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly offered: readonly string[];
  /** Which of the offered names Enter takes. */
  readonly at: number;
  readonly setText: (text: string) => void;
  readonly typed: (text: string, caret: number) => void;
  readonly take: (name: string) => void;
  readonly close: () => void;
  /** Whether a key was for the list of names, and is used up by it. */
  readonly takesKey: (event: KeyboardEvent) => boolean;
};

/** A text in which an @ offers names. */
export function useMentions(names: readonly string[]): Mentions {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [begun, setBegun] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const offered = begun === null ? [] : namesLike(begun, names).slice(0, 6);
  const goTo = useRef<number | null>(null);
  // Once the text is in, else the browser moves the caret to the end; and before the next key.
  useLayoutEffect(() => {
    if (goTo.current === null || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(goTo.current, goTo.current);
    goTo.current = null;
  });
  const close = () => setBegun(null);
  const typed = (next: string, caret: number) => {
    setText(next);
    setBegun(mentionAt(next, caret));
    setAt(0);
  };
  const take = (name: string) => {
    const done = completeMention(text, field.current?.selectionStart ?? text.length, name);
    setText(done.text);
    close();
    goTo.current = done.caret;
  };
  const takesKey = (event: KeyboardEvent) => {
    const name = offered[at];
    if (name === undefined) return false;
    const used = keyUse(event.key);
    if (!used) return false;
    event.preventDefault();
    event.stopPropagation();
    if (used === 'take') take(name);
    else if (used === 'close') close();
    else setAt((at + used + offered.length) % offered.length);
    return true;
  };
  return { field, text, offered, at, setText, typed, take, close, takesKey };
}

function keyUse(key: string): 1 | -1 | 'take' | 'close' | null {
  if (key === 'ArrowDown') return 1;
  if (key === 'ArrowUp') return -1;
  if (key === 'Enter' || key === 'Tab') return 'take';
  return key === 'Escape' ? 'close' : null;
}
