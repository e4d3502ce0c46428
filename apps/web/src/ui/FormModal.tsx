import type { FormEvent, ReactNode } from 'react';
import { texts } from '../text/texts.ts';
import { Button } from './Button.tsx';
import { Modal } from './Modal.tsx';

export type FormModalProps = {
  readonly title: string;
  readonly lead?: ReactNode;
  /** What sending does, on the button. */
  readonly verb: string;
  readonly canSend: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
  /** The fields. */
  readonly children: ReactNode;
};

/** Fields to fill in and send, or to leave. */
export function FormModal({ title, lead, verb, canSend, onSend, onClose, children }: FormModalProps) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <Modal open onClose={onClose} title={title} lead={lead}>
      <form onSubmit={send} className="grid gap-4">
        {children}
        <footer className="flex justify-end gap-2">
          <Button size="big" look="quiet" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button size="big" look="primary" type="submit" disabled={!canSend}>
            {verb}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
