'use client';

import type { Intent, IntentKind } from '@pinpaint/domain';
import { useState } from 'react';
import { sessionApi } from '../../data/api.ts';
import type { Pin } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Select } from '../../ui/Select.tsx';
import { usePinChange } from '../panels/pins/usePinChange.ts';
import { ReadingFields } from './ReadingFields.tsx';
import { draftOf, readingOfDraft } from './readingDraft.ts';
import { detailsOf, refusalText } from './refusal.ts';

export type ReadingFormProps = { readonly pin: Pin; readonly onDone: () => void };

const kinds = Object.keys(texts.edit.kinds) as IntentKind[];

/** Says what a note means, instead of the machine. */
export function ReadingForm({ pin, onDone }: ReadingFormProps) {
  const [draft, setDraft] = useState(() => draftOf(pin.reading));
  const change = usePinChange(pin);
  const { edit } = texts;
  const reading = readingOfDraft(draft);
  const put = (next: Intent | null) => {
    const send = () => sessionApi.put<Pin>(`/pins/${pin.id}/reading`, { reading: next });
    change.mutate({ send }, { onSuccess: onDone });
  };
  return (
    <form
      className="grid gap-2.5"
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
      onSubmit={(event) => {
        event.preventDefault();
        if (reading) put(reading);
      }}
    >
      <Select
        label={edit.kind}
        value={draft.kind}
        options={kinds.map((kind) => ({ value: kind, label: edit.kinds[kind] }))}
        onChange={({ target }) => setDraft({ ...draft, kind: target.value as IntentKind })}
      />
      <ReadingFields draft={draft} onChange={setDraft} />
      <Field
        label={edit.keep}
        hint={edit.keepHint}
        value={draft.keep}
        onChange={({ target }) => setDraft({ ...draft, keep: target.value })}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="line" disabled={!reading || change.isPending}>
          {texts.common.save}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {texts.common.cancel}
        </Button>
        {pin.readBy === 'person' && (
          <Button look="quiet" disabled={change.isPending} onClick={() => put(null)}>
            {edit.machineAgain}
          </Button>
        )}
      </div>
      {change.error && (
        <ProblemNote
          title={edit.notChanged}
          happened={refusalText(change.error)}
          kept={edit.readingKept}
          details={detailsOf(change.error)}
        />
      )}
    </form>
  );
}
