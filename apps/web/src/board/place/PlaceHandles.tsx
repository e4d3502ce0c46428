'use client';

import { type FramePoint, type Placement, type Surface, surfaceMap } from '@pinpaint/domain';
import { kitTexts } from '../../text/kitTexts.ts';
import type { Placing } from '../state/boardStore.ts';
import { Handle } from './Handle.tsx';
import { PlaceOutline } from './PlaceOutline.tsx';
import { movedBy, type Rim, rimOf, scaledFrom, withBend, withCorner } from './surfaces.ts';

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
  const { toFrame } = surfaceMap(surface);
  return (
    <>
      <PlaceOutline
        placing={placing}
        isFine={start !== null}
        onMove={(dx, dy) => change((s) => movedBy(s, dx, dy))}
      />
      <Handle
        frameId={frameId}
        name={words.whole}
        kind="whole"
        at={middleOf(surface)}
        onMove={([x, y]) =>
          change((before) => {
            const [fromX, fromY] = middleOf(before);
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
          onMove={(point, { keepsShape }) =>
            change((before) => (keepsShape ? scaledFrom : withCorner)(before, index, point))
          }
        />
      ))}
      {surface.kind === 'cylinder' &&
        start !== null &&
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

/** Of the corners: it is there too while they cross. */
function middleOf({ corners }: Surface): FramePoint {
  return [corners.reduce((sum, [x]) => sum + x / 4, 0), corners.reduce((sum, [, y]) => sum + y / 4, 0)];
}

const rims = ['top', 'bottom'] as const satisfies Rim[];

function bendTo(surface: Surface, rim: Rim, point: FramePoint): number {
  const { at, down } = rimOf(surface, rim);
  return (point[0] - at[0]) * down[0] + (point[1] - at[1]) * down[1];
}
