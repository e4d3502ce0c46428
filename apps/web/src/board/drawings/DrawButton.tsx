'use client';

import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { drawingTexts as words } from '../../text/drawingTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { useWorkers } from '../edit/useEditWish.ts';
import { DrawForm } from './DrawForm.tsx';

export type DrawButtonProps = { readonly look: 'icon' | 'words' };

const firstWish = { prompt: '', aspect: '3:2' };

/** Beside adding pictures from files; only where somebody connected draws from words. */
export function DrawButton({ look }: DrawButtonProps) {
  const workers = useWorkers();
  const [isOpen, setOpen] = useState(false);
  const canDraw = workers.some(({ engines }) => engines.some(({ draws = [] }) => draws.length > 0));
  if (!canDraw) return null;
  const close = () => setOpen(false);
  return (
    <>
      {look === 'icon' ? (
        <IconButton
          icon={Sparkles}
          label={words.describe}
          side="top"
          onClick={() => setOpen(true)}
          className="shadow-[inset_0_0_0_1px_var(--line-control)] max-md:size-11"
        />
      ) : (
        <Button size="big" className="mt-3" onClick={() => setOpen(true)}>
          <Sparkles size={16} aria-hidden="true" />
          {words.describe}
        </Button>
      )}
      <Modal open={isOpen} onClose={close} title={words.title} lead={words.lead}>
        <DrawForm first={firstWish} onDone={close} />
      </Modal>
    </>
  );
}
