'use client';

import type { Anchor, LightChange, LightSide, NamedColour } from '@pinpaint/domain';
import { lazy, Suspense } from 'react';
import { texts } from '../../text/texts.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Check } from '../../ui/Check.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import type { ReadingDraft } from './readingDraft.ts';

const KitSwatches = lazy(async () => ({
  default: (await import('../kit/KitSwatches.tsx')).KitSwatches,
}));

export type ReadingFieldsProps = {
  readonly draft: ReadingDraft;
  readonly onChange: (draft: ReadingDraft) => void;
};

/** What the chosen kind of wish needs to be said. */
export function ReadingFields({ draft, onChange }: ReadingFieldsProps) {
  const { edit } = texts;
  const set = (part: Partial<ReadingDraft>) => onChange({ ...draft, ...part });
  if (draft.kind === 'extend') return <ExtendFields draft={draft} onChange={onChange} />;
  return (
    <>
      <Field
        label={edit.thing}
        hint={edit.thingHint}
        value={draft.thing}
        onChange={({ target }) => set({ thing: target.value })}
      />
      {draft.kind === 'replace' && (
        <Field label={edit.by} value={draft.by} onChange={({ target }) => set({ by: target.value })} />
      )}
      {draft.kind === 'match' && (
        <Field label={edit.like} value={draft.by} onChange={({ target }) => set({ by: target.value })} />
      )}
      {draft.kind === 'recolour' && (
        <>
          <Colour
            label={edit.from}
            colour={draft.from}
            empty={edit.anyColour}
            onChange={(from) => set({ from })}
          />
          <Colour label={edit.to} colour={draft.to} onChange={(to) => set({ to })} />
          <Suspense>
            <KitSwatches chosen={draft.to} onChoose={(to) => set({ to })} />
          </Suspense>
        </>
      )}
      {draft.kind === 'relight' && (
        <>
          <Select
            label={edit.lightFrom}
            value={draft.lightFrom ?? ''}
            options={[
              { value: '', label: edit.lightAsItIs },
              ...lightSides.map((side) => ({ value: side, label: edit.lightSides[side] })),
            ]}
            onChange={({ target }) =>
              set({ lightFrom: lightSides.find((side) => side === target.value) ?? null })
            }
          />
          <Amount
            label={edit.stops}
            value={draft.stops}
            min={-4}
            max={4}
            step={0.25}
            says={edit.amount(Math.round(draft.stops * 100) / 100)}
            onChange={(stops) => set({ stops })}
          />
        </>
      )}
      {draft.kind === 'relight' &&
        lights.map((side) => (
          <Amount
            key={side}
            label={edit[side]}
            value={draft.light[side]}
            min={-1}
            max={1}
            step={0.05}
            says={edit.amount(Math.round(draft.light[side] * 100) / 100)}
            onChange={(amount) => set({ light: { ...draft.light, [side]: Math.round(amount * 100) / 100 } })}
          />
        ))}
    </>
  );
}

const lights = ['warmth', 'brightness', 'contrast', 'saturation'] as const satisfies (keyof LightChange)[];
const lightSides = Object.keys(texts.edit.lightSides) as LightSide[];
const aspects = ['16:9', '9:16', '1:1', '4:5'] as const;
const anchors = ['center', 'left', 'right', 'top', 'bottom'] as const satisfies Anchor[];

function ExtendFields({ draft, onChange }: ReadingFieldsProps) {
  const { edit } = texts;
  const own = `${draft.aspect.width}:${draft.aspect.height}`;
  const offered = (aspects as readonly string[]).includes(own) ? aspects : [own, ...aspects];
  return (
    <>
      <Select
        label={edit.aspect}
        value={own}
        options={offered.map((value) => ({ value, label: value }))}
        onChange={({ target }) => {
          const [width = 1, height = 1] = target.value.split(':').map(Number);
          onChange({ ...draft, aspect: { width, height } });
        }}
      />
      <Select
        label={edit.anchor}
        value={draft.anchor}
        options={anchors.map((value) => ({ value, label: edit.anchors[value] }))}
        onChange={({ target }) => onChange({ ...draft, anchor: target.value as Anchor })}
      />
      <Check
        label={edit.removes}
        checked={draft.removes}
        onChange={({ target }) => onChange({ ...draft, removes: target.checked })}
      />
    </>
  );
}

type ColourProps = {
  readonly label: string;
  readonly colour: NamedColour;
  /** What stands there while it has no name. */
  readonly empty?: string;
  readonly onChange: (colour: NamedColour) => void;
};

function Colour({ label, colour, empty, onChange }: ColourProps) {
  return (
    <div className="grid grid-cols-[1fr_28px] items-end gap-2">
      <Field
        label={label}
        aria-label={texts.edit.colourName(label)}
        value={colour.name}
        {...(empty ? { placeholder: empty } : {})}
        onChange={({ target }) => onChange({ ...colour, name: target.value })}
      />
      <input
        type="color"
        aria-label={texts.edit.colour(label)}
        value={colour.hex}
        onChange={({ target }) => onChange({ ...colour, hex: target.value as NamedColour['hex'] })}
        className="size-7 rounded-2 bg-transparent"
      />
    </div>
  );
}
