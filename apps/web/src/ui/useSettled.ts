'use client';

import { useEffect, useState } from 'react';

/** A value once it has stood still for a while: for what is asked of the server while a hand still moves. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
