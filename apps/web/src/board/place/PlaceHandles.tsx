'use client';

import { type FramePoint, type Placement, type Surface, surfaceMap, surfaceOutline } from '@pinpaint/domain';
import { kitTexts } from '../../text/kitTexts.ts';
import { toScreen } from '../canvas/camera.ts';
import { usePlaced } from '../canvas/usePlaced.ts';
import type { Placing } from '../state/boardStore.ts';
import { Handle } from './Handle.tsx';
import { movedBy, type Rim, rimOf, scaledFrom, withBend, withCorner } from './surfaces.ts';
import { useDrag } from './useDrag.ts';

const words = kitTexts.place;

export type PlaceHandlesProps = {
  readonly placing: Placing;
  readonly onLay: (change: (placement: Placement) => Placement) => void;
};

/** Corners, rims and the whole, to be dragged or moved by keys. */
export function PlaceHandles({ placing, onLay }: PlaceHandlesProps) {
  const { frameId, placement, start } = placing;
  const { surface } = placement;
  const change = (next: (surface: Surface) => Surface) =>
    onLay((before) => ({ ...before, surface: next(before.surface) }));
  const corner = (index: number) => ({
    onMove: (point: FramePoint, { keepsShape }: { readonly keepsShape: boolean }) =>
      change((before) => (keepsShape ? scaledFrom : withCorner)(before, index, point)),
  });
  const { toFrame } = surfaceMap(surface);
  return (
    <>
      <Outline
        placing={placing}
        isFine={start !== null}
        onMove={(dx, dy) => change((s) => movedBy(s, dx, dy))}
      />
      <Handle
        frameId={frameId}
        name={words.whole}
        kind="whole"
        at={toFrame(0.5, 0.5)}
        onMove={([x, y]) =>
          change((before) => {
            const [fromX, fromY] = surfaceMap(before).toFrame(0.5, 0.5);
            return movedBy(before, x - fromX, y - fromY);
          })
        }
      />
      {surface.corners.map((at, index) => (
        <Handle
          key={words.corners[index]}
          frameId={frameId}
          name={words.corners[index] ?? ''}
          kind="corner"
          at={at}
          {...corner(index)}
        />
      ))}
      {surface.kind === 'cylinder' &&
        rims.map((rim) => (
          <Handle
            key={rim}
            frameId={frameId}
            name={words.bends[rim]}
            kind="rim"
            at={toFrame(0.5, rim === 'top' ? 0 : 1)}
            onMove={(point) => change((before) => withBend(before, rim, bendTo(before, rim, point)))}
          />
        ))}
    </>
  );
}

const rims = ['top', 'bottom'] as const satisfies Rim[];

function bendTo(surface: Surface, rim: Rim, point: FramePoint): number {
  const { at, down } = rimOf(surface, rim);
  return (point[0] - at[0]) * down[0] + (point[1] - at[1]) * down[1];
}

type OutlineProps = {
  readonly placing: Placing;
  readonly isFine: boolean;
  readonly onMove: (dx: number, dy: number) => void;
};

function Outline({ placing, isFine, onMove }: OutlineProps) {
  const { frameId, placement } = placing;
  const group = usePlaced<SVGGElement>((element, { camera, places }) => {
    const place = places.get(frameId);
    if (!place) return;
    const { x, y } = toScreen(camera, place);
    element.setAttribute('transform', `translate(${x} ${y}) scale(${place.scale * camera.scale})`);
  });
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
