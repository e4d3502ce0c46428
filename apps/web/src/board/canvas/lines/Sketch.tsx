'use client';

import type { RefObject } from 'react';
import type { Shape } from '../../tools/tool.ts';
import { type Camera, type ScreenRect, toScreen } from '../camera.ts';
import { usePlaced } from '../usePlaced.ts';

/** What a hand is drawing just now; it changes with each move of the pointer, so React is not told. */
export type Sketched = { shape: Shape | null; marquee: ScreenRect | null };

export function Sketch({ sketched }: { readonly sketched: RefObject<Sketched> }) {
  const shape = usePlaced<SVGGElement>(({ children }, { camera }) => {
    const path = pathOf(sketched.current.shape, camera);
    for (const line of children) line.setAttribute('d', path);
  });
  const marquee = usePlaced<SVGRectElement>((element) => {
    const { x = 0, y = 0, width = 0, height = 0 } = sketched.current.marquee ?? {};
    for (const [name, value] of Object.entries({ x, y, width, height }))
      element.setAttribute(name, `${value}`);
  });
  return (
    <svg className="pointer-events-none absolute inset-0 size-full" aria-hidden="true">
      <g ref={shape}>
        <path fill="none" className="board-line ants-under" />
        <path fill="none" className="board-line ants-over" />
      </g>
      <rect ref={marquee} className="board-line marquee" />
    </svg>
  );
}

function pathOf(shape: Shape | null, camera: Camera): string {
  if (!shape || shape.kind === 'point') return '';
  if (shape.kind === 'rectangle') {
    const [a, b] = [toScreen(camera, shape.from), toScreen(camera, shape.to)];
    return `M${a.x},${a.y}H${b.x}V${b.y}H${a.x}Z`;
  }
  const points = shape.points.map((point) => toScreen(camera, point));
  return `${points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x},${y}`).join('')}Z`;
}
