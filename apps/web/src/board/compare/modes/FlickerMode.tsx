'use client';

import { Pause, Play, Repeat2 } from 'lucide-react';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { type Rate, rates } from '../compareSettings.ts';
import { ModeControls } from '../ModeControls.tsx';
import { PictureTag } from '../PictureTag.tsx';
import { PinSpots } from '../PinSpots.tsx';
import { SidePicture } from '../SidePicture.tsx';
import { Stage } from '../Stage.tsx';
import { useFlicker } from '../useFlicker.ts';
import type { ModeProps } from './modeProps.ts';

/** A and B by turns in the same place, slowly; by hand where motion is not wanted. */
export function FlickerMode({ a, b, view, whole, pins, settings: { rate }, onChange }: ModeProps) {
  const { showsB, isPlaying, isStill, toggle, flip } = useFlicker(rate);
  const options = rates.map((n) => ({ value: `${n}`, label: `${n}`, disabled: isStill }));
  return (
    <Stage view={view} whole={whole}>
      <SidePicture side={a} view={view} style={{ visibility: showsB ? 'hidden' : 'visible' }} />
      <SidePicture side={b} view={view} style={{ visibility: showsB ? 'visible' : 'hidden' }} />
      {showsB && <PinSpots pins={pins} whole={whole} />}
      <PictureTag side={showsB ? b : a} at={showsB ? 'right' : 'left'} />
      <ModeControls>
        {isStill ? (
          <span className="text-text-2">{texts.compare.still}</span>
        ) : (
          <Button look="solid" className="w-22" onClick={toggle}>
            {isPlaying ? <Pause size={14} aria-hidden="true" /> : <Play size={14} aria-hidden="true" />}
            {isPlaying ? texts.compare.pause : texts.compare.play}
          </Button>
        )}
        <Button look="line" onClick={flip}>
          <Repeat2 size={14} aria-hidden="true" />
          {texts.compare.flip}
        </Button>
        {!isStill && (
          <span className="flex items-center gap-2">
            <span className="text-text-2">{texts.compare.rate}</span>
            <Choice
              label={texts.compare.rateName}
              value={`${rate}`}
              options={options}
              onChange={(value) => onChange({ rate: Number(value) as Rate })}
            />
          </span>
        )}
      </ModeControls>
    </Stage>
  );
}
