'use client';

import type { FrameId } from '@pinpaint/domain';
import { texts } from '../../../text/texts.ts';
import { useBoard } from '../../state/BoardContext.tsx';
import { useFrames, useLocks, usePins } from '../../state/useBoardData.ts';
import { FrameHeader } from './FrameHeader.tsx';
import { LockLabel } from './LockLabel.tsx';
import { PinButton } from './PinButton.tsx';
import { WaitingMark } from './WaitingMark.tsx';

/**
 * Everything on the board that can be pointed at, as a list: frames by number, their pins within. It is the
 * same elements that lie over the pictures, so what keyboards and screen readers walk is what is seen.
 */
export function Marks() {
  const frames = useFrames().data ?? [];
  const pins = usePins().data ?? [];
  const locks = useLocks().data ?? [];
  const waiting = useBoard((state) => state.waiting);
  const isPast = useBoard(({ past }) => past !== null);
  return (
    <ol inert={isPast} aria-label={texts.canvas.list} className="absolute inset-0 overflow-clip">
      {frames
        .filter(({ master }) => master !== null)
        .map((frame) => (
          <li key={frame.id}>
            <FrameHeader frame={frame} />
            <ol aria-label={texts.canvas.frame(frame.number, frame.name)}>
              {pins
                .filter(({ frameId }) => frameId === frame.id)
                .map((pin) => (
                  <li key={pin.id}>
                    <PinButton pin={pin} />
                  </li>
                ))}
              {waiting
                .filter(
                  ({ frameId, kind, id }) =>
                    frameId === frame.id && kind === 'pin' && !pins.some((pin) => pin.id === id),
                )
                .map((one) => (
                  <li key={one.id}>
                    <WaitingMark waiting={one} />
                  </li>
                ))}
            </ol>
            {locks
              .filter(({ frameId }) => frameId === frame.id)
              .map((lock) => (
                <LockLabel key={lock.id} lock={lock} frameId={frame.id as FrameId} />
              ))}
          </li>
        ))}
    </ol>
  );
}
