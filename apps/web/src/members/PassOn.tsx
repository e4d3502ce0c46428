'use client';

import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { CopyField } from '../ui/CopyField.tsx';
import { Modal } from '../ui/Modal.tsx';

export type PassOnProps = { readonly name: string; readonly onClose: () => void };

/** Where no mail goes out, somebody has to say where to sign in. */
export function PassOn({ name, onClose }: PassOnProps) {
  const { passOn, passOnLead, done } = texts.members;
  return (
    <Modal open onClose={onClose} title={passOn(name)} lead={passOnLead}>
      <CopyField label={texts.links.address} value={`${location.origin}/sign-in`} />
      <footer className="mt-5 flex justify-end">
        <Button size="big" onClick={onClose}>
          {done}
        </Button>
      </footer>
    </Modal>
  );
}
