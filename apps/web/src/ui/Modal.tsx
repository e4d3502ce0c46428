'use client';

import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { texts } from '../text/texts.ts';
import { IconButton } from './IconButton.tsx';

export type ModalProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
};

/** What has to be answered or closed before one goes on. */
export function Modal({ open, onClose, title, lead, children }: ModalProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[rgb(0_0_0/.55)]" />
        <Dialog.Content
          {...(lead ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={beginAtQuestion}
          className="-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-50 max-h-[92dvh] outline-none w-[min(460px,calc(100vw-24px))] overflow-y-auto rounded-3 bg-raised p-5 shadow-3"
        >
          <header className="mb-3 pr-8">
            <Dialog.Title className="font-semibold text-16">{title}</Dialog.Title>
            {lead && <Dialog.Description className="mt-1 text-13 text-text-2">{lead}</Dialog.Description>}
          </header>
          {children}
          {/* Last, so that the focus begins at what is asked, and Escape closes no tooltip first. */}
          <IconButton
            icon={X}
            label={texts.common.close}
            onClick={onClose}
            className="absolute top-3.5 right-3.5"
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Where nothing is asked, at the words themselves: a focused close button would show its tooltip, and Escape close only that. */
function beginAtQuestion(event: Event): void {
  const { currentTarget: content } = event;
  if (!(content instanceof HTMLElement) || content.querySelectorAll(asking).length > 1) return;
  event.preventDefault();
  content.focus();
}

const asking = 'a[href], button, input, textarea, select, [tabindex="0"]';
