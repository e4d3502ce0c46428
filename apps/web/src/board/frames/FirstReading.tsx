'use client';

import { texts } from '../../text/texts.ts';
import { Shape } from '../../ui/Shape.tsx';
import { useFrames } from '../state/useBoardData.ts';

const words = texts.board;

/** A board that has nothing to show but pictures on their way says so. */
export function FirstReading() {
  const frames = useFrames().data ?? [];
  if (frames.length === 0 || frames.some(({ state }) => state === 'ready' || state === 'failed')) return null;
  return (
    <div
      role="status"
      className="pointer-events-none absolute inset-6 grid place-content-center justify-items-center gap-1.5 text-center"
    >
      <Shape className="mb-3 aspect-3/2 w-[min(300px,60vw)] rounded-none" />
      <p className="font-semibold text-16 text-on-surround">{words.readingTitle(frames.length)}</p>
      <p className="text-13 text-on-surround-2">{words.readingLead}</p>
    </div>
  );
}
