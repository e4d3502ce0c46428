'use client';

import { newId } from '@pinpaint/domain';
import { useState } from 'react';
import { sessionApi } from '../../data/api.ts';
import type { KitColour } from '../../data/types.ts';
import { kitTexts } from '../../text/kitTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { refusalText } from '../edit/refusal.ts';
import { useBoardFacts } from '../state/useBoardData.ts';
import { ColourValue } from './ColourValue.tsx';
import { useKitChange } from './useKitChange.ts';

const words = kitTexts.kit;
const unchosen: Pick<KitColour, 'name' | 'hex'> = { name: '', hex: '#1f4fd0' };

export function AddColour() {
  const projectId = useBoardFacts().data?.projectId;
  const [draft, setDraft] = useState(unchosen);
  const change = useKitChange();
  const name = draft.name.trim();
  return (
    <form
      className="grid gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { id: newId(), name, hex: draft.hex };
        change.mutate(() => sessionApi.post(`/projects/${projectId}/colours`, body), {
          onSuccess: () => setDraft(unchosen),
        });
      }}
    >
      <div className="flex items-center gap-2">
        <ColourValue
          label={words.newColour}
          hex={draft.hex}
          onChange={(hex) => setDraft({ ...draft, hex })}
        />
        <Field
          label={words.newColourName}
          hideLabel
          className="min-w-0 flex-1"
          placeholder={words.newColourExample}
          value={draft.name}
          maxLength={200}
          onChange={({ target }) => setDraft({ ...draft, name: target.value })}
        />
        <Button type="submit" className="order-3" disabled={!name || change.isPending}>
          {words.add}
        </Button>
      </div>
      {change.error && (
        <p role="alert" className="text-12 text-danger">
          {refusalText(change.error)}
        </p>
      )}
    </form>
  );
}
