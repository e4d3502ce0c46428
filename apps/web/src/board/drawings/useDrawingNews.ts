'use client';

import { useEffect } from 'react';
import type { Frame } from '../../data/types.ts';
import { drawingTexts as words } from '../../text/drawingTexts.ts';
import { toast } from '../../ui/Toasts.tsx';
import { useFrames } from '../state/useBoardData.ts';

/** Frames that were asked for here, until it is known what became of them. */
const awaited = new Set<string>();

export function awaitDrawing({ id }: Frame): void {
  awaited.add(id);
  toast({ says: words.begun, about: id });
}

/** Whoever asked for a picture is told when it is there, and the strip shows it; or that it won't come. */
export function useDrawingNews(): void {
  const { data: frames } = useFrames();
  useEffect(() => {
    for (const frame of frames ?? []) if (hasEnded(frame) && awaited.delete(frame.id)) tell(frame);
  }, [frames]);
}

function hasEnded({ state }: Frame): boolean {
  return state === 'ready' || state === 'failed';
}

function tell({ id, name, state }: Frame): void {
  toast({ says: state === 'ready' ? words.isThere(name) : words.isNotThere(name), about: id });
  // Its place in the strip has its id.
  document.getElementById(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
