'use client';

import { surfaceOutline } from '@pinpaint/domain';
import { usePlacedGroup } from '../canvas/usePlacedGroup.ts';
import type { Placing } from '../state/boardStore.ts';
import { useDrag } from './useDrag.ts';

export type PlaceOutlineProps = {
  readonly placing: Placing;
  readonly isFine: boolean;
  readonly onMove: (dx: number, dy: number) => void;
};

/** The artwork's edge; within it, all of it is dragged. */
export function PlaceOutline({ placing, isFine, onMove }: PlaceOutlineProps) {
  const { frameId, placement } = placing;
  const group = usePlacedGroup(frameId);
  const drag = useDrag(frameId, ({ dx, dy }) => onMove(dx, dy));
  const points = surfaceOutline(placement.surface)
    .map((point) => point.join(','))
    .join(' ');
  return (
    <svg className="pointer-events-none absolute inset-0 size-full overflow-hidden" aria-hidden="true">
      <g ref={group}>
        <polygon points={points} className="board-line thin-under" fill="none" />
        <polygon
          points={points}
          data-handle="true"
          className={`board-line pointer-events-auto cursor-move touch-none ${isFine ? 'thin-over' : 'stroke-danger [stroke-width:2px]'}`}
          fill="transparent"
          {...drag}
        />
      </g>
    </svg>
  );
}
