'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Rate } from './compareSettings.ts';

export type Flicker = {
  readonly showsB: boolean;
  readonly isPlaying: boolean;
  /** The system asks for less motion: nothing changes by itself. */
  readonly isStill: boolean;
  readonly toggle: () => void;
  /** Stops, and shows the other one. */
  readonly flip: () => void;
};

export function useFlicker(rate: Rate): Flicker {
  const isStill = useSyncExternalStore(followMotion, wantsStillness, () => false);
  const [isWanted, setWanted] = useState(true);
  const [showsB, setShowsB] = useState(false);
  const isPlaying = isWanted && !isStill;
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => setShowsB((shown) => !shown), 1_000 / rate);
    return () => clearInterval(timer);
  }, [isPlaying, rate]);
  const flip = () => {
    setWanted(false);
    setShowsB((shown) => !shown);
  };
  return { showsB, isPlaying, isStill, toggle: () => setWanted(!isWanted), flip };
}

const query = '(prefers-reduced-motion: reduce)';

function wantsStillness(): boolean {
  return matchMedia(query).matches;
}

function followMotion(told: () => void): () => void {
  const asked = matchMedia(query);
  asked.addEventListener('change', told);
  return () => asked.removeEventListener('change', told);
}
