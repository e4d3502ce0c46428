'use client';

import type { PinState } from '@pinpaint/domain';
import { Check, Ellipsis, ImagePlus, RotateCcw, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Pin } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../../../ui/Menu.tsx';
import { toast } from '../../../ui/Toasts.tsx';
import { useMay } from '../../state/useMay.ts';
import { AssigneeMenu } from './AssigneeMenu.tsx';
import { ChangeProblem } from './ChangeProblem.tsx';
import { DeclineForm } from './DeclineForm.tsx';
import { DueField } from './DueField.tsx';
import { pinMoves } from './pinMoves.ts';
import { ReferenceChooser } from './ReferenceChooser.tsx';
import { type PinChange, pinApi, usePinChange } from './usePinChange.ts';
import { useAddReference } from './useThread.ts';

/** Whose a pin is, by when, and what can be done with it by hand. */
export function PinActions({ pin }: { readonly pin: Pin }) {
  const [isDeclining, setDeclining] = useState(false);
  const change = usePinChange(pin);
  const add = useAddReference(pin.id);
  const chooser = useRef<HTMLInputElement>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  // While the menu closes it holds the focus, and would give it back to its button.
  const intoForm = (event: Event) => {
    if (!reason.current) return;
    event.preventDefault();
    reason.current.focus();
  };
  const mayMove = useMay('pin.resolve');
  const undo = () => change.mutate({ send: () => pinApi.reopen(pin.id), expect: { state: 'open' } });
  const move = (step: PinChange, state: PinState) =>
    change.mutate(step, {
      onSuccess: () => toast({ says: texts.pins.moved(pin.number, texts.pinStates[state]), undo }),
    });
  if (!mayMove) return null;
  const items: MenuItem[] = [
    {
      label: texts.pins.addReference,
      icon: ImagePlus,
      disabled: add.isPending,
      onSelect: () => chooser.current?.click(),
    },
  ];
  const { resolve, decline, reopen } = pinMoves(pin.state);
  if (resolve) {
    items.push({
      label: texts.pins.resolve,
      icon: Check,
      onSelect: () => move({ send: () => pinApi.resolve(pin.id), expect: { state: 'resolved' } }, 'resolved'),
    });
  }
  if (decline) items.push({ label: texts.pins.decline, icon: X, onSelect: () => setDeclining(true) });
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="-ml-2 flex items-center gap-1">
        {!reopen && (
          <>
            <AssigneeMenu pin={pin} change={change.mutate} />
            <DueField pin={pin} change={change.mutate} />
          </>
        )}
        <span className="flex-1" />
        {reopen && (
          <Button onClick={undo}>
            <RotateCcw size={13} aria-hidden="true" />
            {texts.pins.reopen}
          </Button>
        )}
        <ReferenceChooser ref={chooser} onFile={(file) => add.mutate(file)} />
        <Menu items={items} onClosed={intoForm}>
          <IconButton icon={Ellipsis} label={texts.pins.actions} />
        </Menu>
      </div>
      {isDeclining && decline && (
        <DeclineForm
          ref={reason}
          onCancel={() => setDeclining(false)}
          onDecline={(reason) => {
            setDeclining(false);
            const expect = { state: 'declined', declineReason: reason } as const;
            move({ send: () => pinApi.decline(pin.id, reason), expect }, 'declined');
          }}
        />
      )}
      <ChangeProblem
        title={texts.pins.notMoved(pin.number)}
        kept={texts.pins.keptAsItWas}
        error={change.error}
        onClose={change.reset}
      />
      <ChangeProblem
        title={texts.pins.notAdded}
        kept={texts.pins.notAddedKept}
        error={add.error}
        onClose={add.reset}
      />
    </div>
  );
}
