'use client';

import { boundsOfRegion } from '@pinpaint/domain';
import { Pipette } from 'lucide-react';
import { matchTexts as words } from '../../text/matchTexts.ts';
import { frameToBoard, toScreen } from '../canvas/camera.ts';
import { regionPath } from '../canvas/lines/regionPath.ts';
import { usePlaced } from '../canvas/usePlaced.ts';
import { usePlacedGroup } from '../canvas/usePlacedGroup.ts';
import { useBoard } from '../state/BoardContext.tsx';
import type { Matching } from '../state/boardStore.ts';

/** Where what is to be matched lies on the picture: dotted, and named, so that nobody takes it for what will change. */
export function ReferenceLayer() {
  const matching = useBoard((state) => state.matching);
  const path = matching?.at && regionPath(matching.at);
  if (!matching || !path) return null;
  return (
    <>
      <Outline frameId={matching.frameId} path={path} />
      <Label matching={matching} />
    </>
  );
}

type OutlineProps = Pick<Matching, 'frameId'> & { readonly path: string };

function Outline({ frameId, path }: OutlineProps) {
  const group = usePlacedGroup(frameId);
  return (
    <svg className="pointer-events-none absolute inset-0 size-full overflow-hidden" aria-hidden="true">
      <g ref={group}>
        <path d={path} fill="none" className="board-line stroke-black [stroke-width:3.5px]" />
        <path
          d={path}
          fill="none"
          className="board-line [stroke-dasharray:0.1px_5px] [stroke-linecap:round] [stroke-width:2.5px]"
          stroke="var(--accent-edge)"
        />
      </g>
    </svg>
  );
}

function Label({ matching: { frameId, at } }: { readonly matching: Matching }) {
  const label = usePlaced<HTMLDivElement>((element, { places, camera }) => {
    const place = places.get(frameId);
    const rect = at && boundsOfRegion(at);
    if (!place || !rect) return;
    const { x, y } = toScreen(camera, frameToBoard(place, [rect.x + rect.width / 2, rect.y + rect.height]));
    element.style.transform = `translate(${x}px, ${y + 6}px) translate(-50%, 0)`;
  });
  return (
    <div
      ref={label}
      className="pointer-events-none absolute top-0 left-0 flex h-6 items-center gap-1.5 rounded-1 bg-scrim px-2 font-medium text-11 text-on-scrim"
    >
      <Pipette size={12} aria-hidden="true" />
      {words.label}
    </div>
  );
}
