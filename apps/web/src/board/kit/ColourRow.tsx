'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { sessionApi } from '../../data/api.ts';
import type { KitColour } from '../../data/types.ts';
import { kitTexts } from '../../text/kitTexts.ts';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { refusalText } from '../edit/refusal.ts';
import { ColourValue } from './ColourValue.tsx';
import { useKitChange } from './useKitChange.ts';

const words = kitTexts.kit;

export type ColourRowProps = { readonly colour: KitColour; readonly mayChange: boolean };

/** A colour of the kit. What is changed is sent when the hand lets go of it. */
export function ColourRow({ colour, mayChange }: ColourRowProps) {
  const [draft, setDraft] = useState<Partial<Pick<KitColour, 'name' | 'hex'>>>({});
  const change = useKitChange();
  const { id } = colour;
  const { name, hex } = { ...colour, ...draft };
  const send = () => {
    const isSame = name.trim() === colour.name && hex === colour.hex;
    if (isSame || !name.trim()) setDraft({});
    else
      change.mutate(() => sessionApi.patch(`/colours/${id}`, { name: name.trim(), hex }), {
        onSettled: () => setDraft({}),
      });
  };
  if (!mayChange) {
    return (
      <li className="flex items-center gap-2">
        <span
          aria-hidden="true"
          className="size-6 rounded-1 shadow-[inset_0_0_0_1px_rgb(128_128_128/.5)]"
          style={{ background: hex }}
        />
        <span className="flex-1 truncate">{name}</span>
        <span className="num text-12 text-text-3">{hex}</span>
      </li>
    );
  }
  return (
    <li className="grid gap-1">
      <div className="flex items-center gap-2">
        <ColourValue
          label={words.colour(colour.name)}
          hex={hex}
          onChange={(next) => setDraft({ ...draft, hex: next })}
          onSettled={send}
        />
        <Field
          label={words.colourName(colour.name)}
          hideLabel
          className="min-w-0 flex-1"
          value={name}
          maxLength={200}
          onChange={({ target }) => setDraft({ ...draft, name: target.value })}
          onBlur={send}
          onKeyDown={({ key }) => key === 'Enter' && send()}
        />
        <IconButton
          className="order-3"
          icon={Trash2}
          label={words.removeColour(colour.name)}
          disabled={change.isPending}
          onClick={() => change.mutate(() => sessionApi.delete(`/colours/${id}`))}
        />
      </div>
      {change.error && (
        <p role="alert" className="text-12 text-danger">
          {refusalText(change.error)}
        </p>
      )}
    </li>
  );
}
