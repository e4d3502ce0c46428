'use client';

import { Sparkles } from 'lucide-react';
import { Suspense, useState } from 'react';
import { drawingTexts as words } from '../../text/drawingTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { optional } from '../../ui/optional.ts';
import { DrawingNews } from './DrawingNews.tsx';

export type DrawButtonProps = { readonly look: 'icon' | 'words' };

const DrawForm = optional(async () => (await import('./DrawForm.tsx')).DrawForm);
const firstWish = { prompt: '', aspect: '3:2' };

/** Beside adding pictures from files. */
export function DrawButton({ look }: DrawButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      {look === 'icon' ? (
        <>
          <DrawingNews />
          <IconButton
            icon={Sparkles}
            label={words.describe}
            side="top"
            onClick={() => setOpen(true)}
            className="shadow-[inset_0_0_0_1px_var(--line-control)] max-md:size-11"
          />
        </>
      ) : (
        <Button size="big" className="mt-3" onClick={() => setOpen(true)}>
          <Sparkles size={16} aria-hidden="true" />
          {words.describe}
        </Button>
      )}
      <Modal open={isOpen} onClose={close} title={words.title} lead={words.lead}>
        <Suspense>
          <DrawForm first={firstWish} onDone={close} />
        </Suspense>
      </Modal>
    </>
  );
}
