'use client';

import { boundsOfRegion, type FrameId, type Region } from '@pinpaint/domain';
import { LockKeyhole, X } from 'lucide-react';
import { sessionApi } from '../../../data/api.ts';
import type { Lock } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { useBoard } from '../../state/BoardContext.tsx';
import { useMay } from '../../state/useMay.ts';
import { frameToBoard, toScreen } from '../camera.ts';
import { usePlaced } from '../usePlaced.ts';

const words = texts.canvas;

/** Below what it locks, so that it is read and not in the way. */
export function LockLabel({ lock, frameId }: { readonly lock: Lock; readonly frameId: FrameId }) {
  const mayRemove = useMay('lock.remove');
  const isInFrame = useBoard((state) => state.frameId === frameId);
  const label = usePlaced<HTMLDivElement>((element, { places, camera, bounds }) => {
    const place = places.get(frameId);
    const rect = boundsOfRegion(lock.region as Region) ?? bounds.get(frameId);
    if (!place || !rect) return;
    const { x, y } = toScreen(camera, frameToBoard(place, [rect.x + rect.width / 2, rect.y + rect.height]));
    element.style.transform = `translate(${x}px, ${y + 6}px) translate(-50%, 0)`;
  });
  if (!isInFrame) return null;
  return (
    <div
      ref={label}
      data-frame={frameId}
      className="absolute top-0 left-0 flex h-6 items-center gap-1.5 rounded-1 bg-scrim px-2 font-medium text-11 text-on-scrim"
    >
      <LockKeyhole size={12} aria-hidden="true" />
      {words.locked(lock.name)}
      {mayRemove && (
        <button
          type="button"
          aria-label={words.removeLock(lock.name)}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => void sessionApi.delete(`/locks/${lock.id}`).catch(() => undefined)}
          className="-mr-1 rounded-1 p-0.5 hover:bg-[rgb(255_255_255/.18)]"
        >
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
