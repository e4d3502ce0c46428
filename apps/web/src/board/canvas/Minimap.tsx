'use client';

import type { FrameId } from '@pinpaint/domain';
import { type PointerEvent, useMemo } from 'react';
import { texts } from '../../text/texts.ts';
import { Thumbnail } from '../frames/Thumbnail.tsx';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import type { BoardState } from '../state/boardStore.ts';
import { useFrames } from '../state/useBoardData.ts';
import { type BoardRect, boardRectOf } from './camera.ts';
import { usePlaced } from './usePlaced.ts';
import { rectOfFrames } from './viewActions.ts';

const [width, height, edge] = [164, 92, 8];

/** All of the board, small, and where on it one is. Drag moves the view. */
export function Minimap() {
  const { store } = useBoardContext();
  const places = useBoard((state) => state.places);
  const bounds = useBoard((state) => state.bounds);
  const { data: frames } = useFrames();
  const map = useMemo(() => mapOf({ places, bounds }), [places, bounds]);
  const seen = usePlaced<HTMLDivElement>((element, { camera, view }) => {
    if (!map) return;
    const at = map.toMap({
      x: camera.x,
      y: camera.y,
      width: view.width / camera.scale,
      height: view.height / camera.scale,
    });
    element.style.transform = `translate(${at.x}px, ${at.y}px)`;
    element.style.width = `${at.width}px`;
    element.style.height = `${at.height}px`;
  });
  if (!map || bounds.size < 2) return null;
  const go = ({ currentTarget, clientX, clientY, buttons }: PointerEvent) => {
    if (buttons === 0) return;
    const { left, top } = currentTarget.getBoundingClientRect();
    const { camera, view } = store.getState();
    const middle = map.toBoard(clientX - left, clientY - top);
    const x = middle.x - view.width / camera.scale / 2;
    const y = middle.y - view.height / camera.scale / 2;
    store.setState({ camera: { ...camera, x, y }, following: null });
  };
  return (
    <div className="pointer-events-auto hidden rounded-3 bg-raised p-1.5 shadow-2 md:block">
      <div
        role="img"
        aria-label={texts.canvas.map}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          go(event);
        }}
        onPointerMove={go}
        style={{ width, height }}
        className="relative touch-none overflow-hidden rounded-1 bg-surround"
      >
        {frames?.map((frame) => {
          const rect = map.frames.get(frame.id as FrameId);
          if (!rect) return null;
          const { x: left, y: top, ...size } = rect;
          return (
            <span key={frame.id} style={{ left, top, ...size }} className="absolute">
              <Thumbnail frame={frame} className="block size-full" />
            </span>
          );
        })}
        <div
          ref={seen}
          className="absolute top-0 left-0 shadow-[0_0_0_1.5px_var(--text),0_0_0_400px_rgb(0_0_0/.35)]"
        />
      </div>
    </div>
  );
}

function mapOf(state: Pick<BoardState, 'places' | 'bounds'>) {
  const ids = [...state.bounds.keys()];
  const all = rectOfFrames({ ...state, grown: null }, ids);
  if (!all) return null;
  const scale = Math.min((width - 2 * edge) / all.width, (height - 2 * edge) / all.height);
  const left = (width - all.width * scale) / 2;
  const top = (height - all.height * scale) / 2;
  const toMap = (rect: BoardRect): BoardRect => ({
    x: left + (rect.x - all.x) * scale,
    y: top + (rect.y - all.y) * scale,
    width: rect.width * scale,
    height: rect.height * scale,
  });
  const toBoard = (x: number, y: number) => ({ x: all.x + (x - left) / scale, y: all.y + (y - top) / scale });
  return { frames: new Map(ids.flatMap((id) => framed(id, state, toMap))), toMap, toBoard };
}

function framed(
  id: FrameId,
  { places, bounds }: Pick<BoardState, 'places' | 'bounds'>,
  toMap: (rect: BoardRect) => BoardRect,
) {
  const [place, covered] = [places.get(id), bounds.get(id)];
  return place && covered ? [[id, toMap(boardRectOf(place, covered))] as const] : [];
}
