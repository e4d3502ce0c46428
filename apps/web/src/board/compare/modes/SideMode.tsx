'use client';

import { PictureTag } from '../PictureTag.tsx';
import { PinSpots } from '../PinSpots.tsx';
import { SidePicture } from '../SidePicture.tsx';
import { Stage } from '../Stage.tsx';
import type { ModeProps } from './modeProps.ts';

/** Both whole, by one zoom; below each other where it is narrow. */
export function SideMode({ a, b, view, whole, pins }: ModeProps) {
  return (
    <div className="grid size-full min-h-0 grid-rows-2 gap-px bg-line md:grid-cols-2 md:grid-rows-1">
      <Stage view={view} whole={whole}>
        <SidePicture side={a} view={view} />
        <PictureTag side={a} at="left" />
      </Stage>
      <Stage view={view} whole={whole}>
        <SidePicture side={b} view={view} />
        <PinSpots pins={pins} whole={whole} />
        <PictureTag side={b} at="left" />
      </Stage>
    </div>
  );
}
