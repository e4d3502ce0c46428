'use client';

import { useEffect, useState } from 'react';

const everyMs = 500;

/** Seconds since then, going on. */
export function useElapsed(since: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, (now - new Date(since).getTime()) / 1000);
}
