'use client';

import type { PixelRect, Region } from '@pinpaint/domain';
import type { CSSProperties } from 'react';
import type { Pin } from '../../data/types.ts';
import { PinMark } from '../../ui/PinMark.tsx';
import { anchorOf } from '../canvas/marks/anchorOf.ts';

/** The pins a version answers, where they point. They follow the view by the stage's variables. */
export function PinSpots({ pins, whole }: { readonly pins: readonly Pin[]; readonly whole: PixelRect }) {
  return pins.map(({ id, number, state, region }) => (
    <span key={id} className="pointer-events-none absolute -mt-3.75 -ml-3.75" style={spotOf(region, whole)}>
      <PinMark number={number} state={state} sizePx={30} onPicture />
    </span>
  ));
}

function spotOf(region: Region, whole: PixelRect): CSSProperties {
  const [x, y] = anchorOf(region, whole);
  return {
    left: `calc((${x} - var(--cx)) * var(--s))`,
    top: `calc((${y} - var(--cy)) * var(--s))`,
  };
}
