'use client';

import { PictureTag } from '../PictureTag.tsx';
import { PinSpots } from '../PinSpots.tsx';
import { SidePicture } from '../SidePicture.tsx';
import { SplitHandle } from '../SplitHandle.tsx';
import { Stage } from '../Stage.tsx';
import type { ModeProps } from './modeProps.ts';

/** A left of the line, B right of it. */
export function SliderMode({ a, b, view, whole, pins, settings: { split }, onChange }: ModeProps) {
  const line = `calc(var(--l) + ${split} * var(--w))`;
  return (
    <Stage view={view} whole={whole}>
      <SidePicture side={a} view={view} style={{ clipPath: `inset(0 calc(100% - ${line}) 0 0)` }} />
      <SidePicture side={b} view={view} style={{ clipPath: `inset(0 0 0 ${line})` }} />
      <PinSpots pins={pins} whole={whole} />
      <PictureTag side={a} at="left" isOff={split < 0.06} />
      <PictureTag side={b} at="right" isOff={split > 0.94} />
      <SplitHandle split={split} onChange={(next) => onChange({ split: next })} />
    </Stage>
  );
}
