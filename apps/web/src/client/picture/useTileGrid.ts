'use client';

import { useEffect, useState } from 'react';
import { guestApi } from '../../data/api.ts';
import type { TileGrid } from '../../data/types.ts';

/** A picture's grid never changes, so each is asked for once. */
const known = new Map<string, TileGrid>();
const tryAgainMs = 3_000;

export function useTileGrid(path: string): TileGrid | null {
  const [grid, setGrid] = useState<TileGrid | null>(() => known.get(path) ?? null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const read = async () => {
      const read = known.get(path) ?? (await guestApi.get<TileGrid>(`${path}/tiles`).catch(() => null));
      if (isOver) return;
      if (read) known.set(path, read);
      else timer = setTimeout(load, tryAgainMs);
      setGrid(read);
    };
    const load = () => void read();
    load();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [path]);
  return grid;
}
