'use client';

import { CalendarClock } from 'lucide-react';
import { Popover } from 'radix-ui';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useNow } from '../../../ui/useNow.ts';
import type { PinFieldProps } from './AssigneeMenu.tsx';
import { dueText } from './dueText.ts';
import { pinApi } from './usePinChange.ts';

/** By when a pin should be done. */
export function DueField({ pin, change }: PinFieldProps) {
  const now = useNow();
  const set = (dueAt: string | null) =>
    change({ send: () => pinApi.setDue(pin.id, dueAt), expect: { dueAt } });
  const says = pin.dueAt ? dueText(pin.dueAt, now).text : texts.pins.dueBy;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button
          look="quiet"
          className="!shrink min-w-0 px-2 text-text-2"
          aria-label={pin.dueAt ? says : texts.pins.dueSet}
        >
          <CalendarClock size={13} aria-hidden="true" className="shrink-0" />
          <span className="num truncate">{says}</span>
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          aria-label={texts.pins.dueField}
          className="z-50 grid gap-2.5 rounded-3 bg-raised p-3 shadow-2"
        >
          <Field
            label={texts.pins.dueField}
            type="datetime-local"
            defaultValue={pin.dueAt ? localValue(pin.dueAt) : ''}
            onChange={({ target }) => target.value && set(new Date(target.value).toISOString())}
          />
          <div className="flex justify-between gap-2">
            <Popover.Close asChild>
              <Button look="quiet" onClick={() => set(null)} disabled={!pin.dueAt}>
                {texts.pins.dueNone}
              </Button>
            </Popover.Close>
            <Popover.Close asChild>
              <Button>{texts.common.close}</Button>
            </Popover.Close>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** As a field of this kind wants it: the reader's own time without a zone. */
function localValue(iso: string): string {
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
