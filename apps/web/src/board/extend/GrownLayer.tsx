'use client';

import type { FrameId, PixelRect } from '@pinpaint/domain';
import { useEffect } from 'react';
import { screenRectOf } from '../canvas/camera.ts';
import { usePlaced } from '../canvas/usePlaced.ts';
import { putInPlace } from '../panels/pins/goToPin.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { usePins } from '../state/useBoardData.ts';
import { useGrown } from './useGrown.ts';

/** The border that the selected pin's frame is to get; the view goes where it can be seen whole. */
export function GrownLayer() {
  const { store } = useBoardContext();
  const pinId = useBoard((state) => state.pinId);
  const isInRoom = useBoard((state) => state.isInRoom);
  const pin = usePins().data?.find(({ id }) => id === pinId);
  const grown = useGrown(pin);
  const frameId = pin?.frameId as FrameId | undefined;
  const { isShown = false } = grown ?? {};
  const { x = 0, y = 0, width = 0, height = 0 } = grown?.rect ?? {};
  useEffect(() => {
    if (!frameId || width === 0) return;
    store.setState({ grown: { frameId, rect: { x, y, width, height }, isShown } });
    if (isInRoom) putInPlace(store, { frameId, region: whole });
    return () => store.setState({ grown: null });
  }, [store, frameId, x, y, width, height, isShown, isInRoom]);
  if (!grown || isShown || !frameId) return null;
  return <Border frameId={frameId} rect={grown.rect} />;
}

const whole = { kind: 'none' } as const;

type BorderProps = { readonly frameId: FrameId; readonly rect: PixelRect };

function Border({ frameId, rect }: BorderProps) {
  const border = usePlaced<HTMLDivElement>((element, { places, camera }) => {
    const place = places.get(frameId);
    if (!place) return;
    const { x, y, width, height } = screenRectOf(camera, place, rect);
    element.style.transform = `translate(${x}px, ${y}px)`;
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
  });
  return (
    <div
      ref={border}
      data-grown=""
      aria-hidden="true"
      className="pointer-events-none absolute top-0 left-0 border-2 border-accent-edge border-dashed"
    />
  );
}
