'use client';

import { texts } from '../../../text/texts.ts';
import { Amount } from '../../../ui/Amount.tsx';
import { ModeControls } from '../ModeControls.tsx';
import { PictureTag } from '../PictureTag.tsx';
import { PinSpots } from '../PinSpots.tsx';
import { SidePicture } from '../SidePicture.tsx';
import { Stage } from '../Stage.tsx';
import type { ModeProps } from './modeProps.ts';

/** B over A, as much of it as one wants. */
export function OnionMode({ a, b, view, whole, pins, settings: { opacity }, onChange }: ModeProps) {
  const shown = Math.round(opacity * 100);
  return (
    <Stage view={view} whole={whole}>
      <SidePicture side={a} view={view} />
      <SidePicture side={b} view={view} style={{ opacity }} />
      <PinSpots pins={pins} whole={whole} />
      <PictureTag side={a} at="left" isOff={opacity === 1} />
      <PictureTag side={b} at="right" isOff={opacity === 0} />
      <ModeControls>
        <div className="w-72 max-w-full">
          <Amount
            label={texts.compare.opacity}
            value={shown}
            max={100}
            step={5}
            says={texts.layers.percent(shown)}
            onChange={(value) => onChange({ opacity: value / 100 })}
          />
        </div>
      </ModeControls>
    </Stage>
  );
}
