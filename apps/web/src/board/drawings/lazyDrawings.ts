'use client';

import { optional } from '../../ui/optional.ts';
import { useWorkers } from '../edit/useEditWish.ts';
import { useMay } from '../state/useMay.ts';

export const DrawButton = optional(async () => (await import('./DrawButton.tsx')).DrawButton);

/** Whether anything of this is worth fetching: somebody connected draws from words. */
export function useCanDraw(): boolean {
  const mayAdd = useMay('frame.upload');
  const workers = useWorkers();
  return mayAdd && workers.some(({ engines }) => engines.some(({ draws = [] }) => draws.length > 0));
}
