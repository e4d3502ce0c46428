'use client';

import { useSyncExternalStore } from 'react';

/** Where somebody is with the tour, in this browser. */
export type TourState = {
  /** What was done before it does not tick its steps off. ISO; null: it has not begun. */
  readonly beganAt: string | null;
  readonly isDismissed: boolean;
  /** The picture that was added when it began anew; null: the demo's own. */
  readonly fresh: FreshFrame | null;
};

export type FreshFrame = { readonly boardId: string; readonly frameId: string };

const key = 'pinpaint.tour';
const unbegun: TourState = { beganAt: null, isDismissed: false, fresh: null };
const changed = 'pinpaint-tour';
let known: { readonly text: string | null; readonly state: TourState } = { text: null, state: unbegun };

export function useTourState(): TourState {
  return useSyncExternalStore(listen, read, () => unbegun);
}

/** For whoever sees the first page, or the board without having been there. */
export function beginTour(): void {
  if (read().beganAt === null) restartTour();
}

/** Anew, also when it was put away.
 * @param fresh left out, it goes on with the picture it had. */
export function restartTour(fresh: FreshFrame | null = read().fresh): void {
  write({ beganAt: new Date().toISOString(), isDismissed: false, fresh });
}

export function dismissTour(): void {
  write({ ...read(), isDismissed: true });
}

function read(): TourState {
  const text = stored();
  if (text !== known.text)
    known = {
      text,
      state: text === null ? unbegun : { ...unbegun, ...(JSON.parse(text) as Partial<TourState>) },
    };
  return known.state;
}

function write(state: TourState): void {
  try {
    localStorage.setItem(key, JSON.stringify(state));
  } catch {
    known = { text: null, state };
  }
  dispatchEvent(new Event(changed));
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function listen(onChange: () => void): () => void {
  for (const event of [changed, 'storage']) addEventListener(event, onChange);
  return () => {
    for (const event of [changed, 'storage']) removeEventListener(event, onChange);
  };
}
