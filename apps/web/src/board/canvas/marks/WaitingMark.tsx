'use client';

import { Clock } from 'lucide-react';
import { texts } from '../../../text/texts.ts';
import { PinMark } from '../../../ui/PinMark.tsx';
import type { Waiting } from '../../state/boardStore.ts';
import { useSpot } from './useSpot.ts';

const sizePx = 30;

/** A pin that is on its way. It gets its number when the server has it. */
export function WaitingMark({ waiting }: { readonly waiting: Waiting }) {
  const { frameId, region, words } = waiting;
  const { ref } = useSpot<HTMLSpanElement>({ frameId, region, shift: [-sizePx * 0.11, -sizePx * 0.89] });
  return (
    <span ref={ref} className="pointer-events-none absolute top-0 left-0" title={words}>
      <PinMark number={0} state="open" sizePx={sizePx} onPicture label={texts.canvas.pinWaiting(words)} />
      <span
        aria-hidden="true"
        className="-top-1 -right-1 absolute grid size-4 place-items-center rounded-full bg-ink text-halo"
      >
        <Clock size={11} />
      </span>
    </span>
  );
}
