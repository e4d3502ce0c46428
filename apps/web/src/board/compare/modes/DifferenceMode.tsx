'use client';

import type { PixelRect } from '@pinpaint/domain';
import { ShieldCheck } from 'lucide-react';
import { useMemo } from 'react';
import { texts } from '../../../text/texts.ts';
import { Check } from '../../../ui/Check.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { classes } from '../../../ui/classes.ts';
import { wholeNumber } from '../../../ui/numbers.ts';
import { proofFacts } from '../../panels/versions/proofFacts.ts';
import { type Gain, gains, type Side } from '../compareSettings.ts';
import { DifferenceCanvas } from '../DifferenceCanvas.tsx';
import { likeSources } from '../likeSources.ts';
import { ModeControls } from '../ModeControls.tsx';
import { Stage } from '../Stage.tsx';
import { usePermitted } from '../usePermitted.ts';
import type { ModeProps } from './modeProps.ts';

/** What differs, amplified: black is the same, pixel for pixel. */
export function DifferenceMode({ a, b, frame, view, whole, settings, onChange }: ModeProps) {
  const { gain, showsPermitted } = settings;
  const permitted = usePermitted(b.version, showsPermitted);
  const sources = useMemo(() => likeSources(a.version, b.version, frame), [a.version, b.version, frame]);
  const [nameA, nameB] = [texts.versions.name(a.version.number), texts.versions.name(b.version.number)];
  const isSamePlace = sameRect(a.version.bounds, b.version.bounds);
  const options = gains.map((n) => ({ value: `${n}`, label: texts.compare.gainOf(n) }));
  return (
    <Stage view={view} whole={whole}>
      <DifferenceCanvas
        {...sources}
        view={view}
        gain={gain}
        permitted={showsPermitted ? permitted : null}
        label={texts.compare.differencePicture(nameA, nameB, gain)}
      />
      <ModeControls>
        <span className="flex items-center gap-2">
          <span className="text-text-2">{texts.compare.gain}</span>
          <Choice
            label={texts.compare.gainName}
            value={`${gain}`}
            options={options}
            onChange={(value) => onChange({ gain: Number(value) as Gain })}
          />
        </span>
        {b.version.proof && (
          <Check
            label={texts.compare.permitted}
            checked={showsPermitted}
            onChange={({ target }) => onChange({ showsPermitted: target.checked })}
          />
        )}
        <Outside side={b} />
        <span className="text-text-3">{isSamePlace ? texts.compare.same : texts.compare.sameAndOnlyOne}</span>
      </ModeControls>
    </Stage>
  );
}

function sameRect(one: PixelRect, other: PixelRect): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}

/** Counted by the proof over all samples; what is drawn here only shows it. */
function Outside({ side: { version } }: { readonly side: Side }) {
  const facts = proofFacts(version);
  if (facts.kind !== 'holds' && facts.kind !== 'fails') return null;
  const holds = facts.kind === 'holds';
  return (
    <span
      className={classes(
        'num flex items-center gap-1.5 font-medium',
        holds ? 'text-resolved' : 'text-danger',
      )}
    >
      <ShieldCheck size={14} aria-hidden="true" />
      {texts.compare.outside(texts.versions.name(version.number), wholeNumber(facts.outside))}
    </span>
  );
}
