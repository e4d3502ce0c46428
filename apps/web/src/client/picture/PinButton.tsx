'use client';

import type { FramePoint, PinState } from '@pinpaint/domain';
import { PinMark } from '../../ui/PinMark.tsx';

export type PinButtonProps = {
  readonly number: number;
  readonly state: PinState;
  /** In frame space; the mark's lower left corner points at it. */
  readonly at: FramePoint;
  readonly label: string;
  /** It waits to be sent. */
  readonly isWaiting?: boolean;
  /** null: it is being written, and there is nothing to open. */
  readonly onOpen: (() => void) | null;
};

const place =
  'absolute size-11 origin-bottom-left drop-shadow-[0_1px_2px_rgb(0_0_0/.55)] [transform:translate(0,-100%)_scale(calc(1/var(--scale)))]';

export function PinButton({
  number,
  state,
  at: [left, top],
  label,
  isWaiting = false,
  onOpen,
}: PinButtonProps) {
  const mark = (
    <PinMark
      number={number}
      state={state}
      sizePx={40}
      isWaiting={isWaiting}
      onPicture
      label={onOpen ? '' : label}
    />
  );
  if (!onOpen) {
    return (
      <span className={`${place} pointer-events-none`} style={{ left, top }}>
        {mark}
      </span>
    );
  }
  return (
    <button
      type="button"
      aria-label={label}
      className={`${place} grid place-items-end rounded-full`}
      style={{ left, top }}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={onOpen}
    >
      <span className="justify-self-start">{mark}</span>
    </button>
  );
}
