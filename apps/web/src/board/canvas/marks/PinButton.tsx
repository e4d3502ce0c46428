'use client';

import type { FrameId, PinId, Region } from '@pinpaint/domain';
import type { Pin } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { PinMark } from '../../../ui/PinMark.tsx';
import { useBoard, useBoardContext } from '../../state/BoardContext.tsx';
import { selectPin } from '../../state/changeState.ts';
import { useEdits } from '../../state/useBoardData.ts';
import { bringIntoView } from '../viewActions.ts';
import { useSpot } from './useSpot.ts';

const [selectedPx, framePx, elsewherePx] = [32, 30, 24];

export function PinButton({ pin }: { readonly pin: Pin }) {
  const { store } = useBoardContext();
  const [id, frameId] = [pin.id as PinId, pin.frameId as FrameId];
  const isSelected = useBoard(({ pinId }) => pinId === id);
  const isInFrame = useBoard((state) => state.frameId === frameId);
  const isPointed = useBoard(({ tool }) => tool === 'select');
  const sizePx = isSelected ? selectedPx : isInFrame ? framePx : elsewherePx;
  const spot = useSpot<HTMLButtonElement>({
    frameId,
    region: pin.region as Region,
    // A drop's corner is the spot; every other shape stands on it.
    shift: pin.state === 'open' ? [-sizePx * 0.11, -sizePx * 0.89] : [-sizePx / 2, -sizePx / 2],
  });
  const progress = useProgress(pin);
  const name = texts.canvas.pinSays(texts.pin.mark(pin.number, texts.pinStates[pin.state]), pin.note);
  const show = () => {
    const { x, y } = spot.at();
    bringIntoView(store, { x, y, width: sizePx, height: sizePx });
  };
  return (
    <button
      ref={spot.ref}
      type="button"
      data-frame={frameId}
      data-pin={id}
      aria-label={name}
      aria-current={isSelected ? 'true' : undefined}
      title={pin.note}
      onFocus={show}
      onClick={() => selectPin(store, { id, frameId })}
      className={`absolute top-0 left-0 rounded-full drop-shadow-[0_1px_2px_rgb(0_0_0/.55)] ${isPointed ? '' : 'pointer-events-none'} ${isSelected ? 'z-10' : ''}`}
    >
      <PinMark number={pin.number} state={pin.state} progress={progress} sizePx={sizePx} onPicture label="" />
    </button>
  );
}

function useProgress({ id, state }: Pin): number {
  const edits = useEdits().data;
  if (state !== 'editing') return 0;
  return edits?.find((edit) => edit.pinId === id && edit.state === 'running')?.progress ?? 0;
}
