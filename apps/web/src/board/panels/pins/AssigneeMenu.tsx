'use client';

import { may } from '@pinpaint/domain';
import { UserRound } from 'lucide-react';
import type { Pin } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { usePeople } from './usePeople.ts';
import { type PinChange, pinApi } from './usePinChange.ts';

export type PinFieldProps = {
  readonly pin: Pin;
  readonly change: (change: PinChange) => void;
};

/** Gives a pin to somebody who makes pictures here. */
export function AssigneeMenu({ pin, change }: PinFieldProps) {
  const people = usePeople().filter(({ role }) => may(role, 'edit.start'));
  const give = (id: string | null, name: string | null) =>
    change({
      send: () => pinApi.assign(pin.id, id),
      expect: { assigneeId: id, assigneeName: name },
    });
  const items = [
    ...people.map(({ id, name }) => ({ label: name, onSelect: () => give(id, name) })),
    { label: texts.pins.nobody, onSelect: () => give(null, null) },
  ];
  const says = pin.assigneeName ? texts.pins.assigned(pin.assigneeName) : texts.pins.assign;
  return (
    <Menu items={items} align="start">
      <Button look="quiet" aria-label={says} className="min-w-0 px-2 text-text-2">
        <UserRound size={13} aria-hidden="true" className="shrink-0" />
        <span className="truncate">{pin.assigneeName ?? texts.pins.assign}</span>
      </Button>
    </Menu>
  );
}
