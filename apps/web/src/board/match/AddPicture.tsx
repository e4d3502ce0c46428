'use client';

import { ImagePlus } from 'lucide-react';
import { useRef } from 'react';
import type { Attachment, Pin } from '../../data/types.ts';
import { matchTexts as words } from '../../text/matchTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { refusalText } from '../edit/refusal.ts';
import { ReferenceChooser } from '../panels/pins/ReferenceChooser.tsx';
import { useAddReference } from '../panels/pins/useThread.ts';

export type AddPictureProps = { readonly pin: Pin; readonly onAdd: (picture: Attachment) => void };

/** Hangs a picture on the note. */
export function AddPicture({ pin, onAdd }: AddPictureProps) {
  const add = useAddReference(pin.id);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button disabled={add.isPending} onClick={() => chooser.current?.click()}>
        <ImagePlus size={14} aria-hidden="true" />
        {add.isPending ? words.adding : words.add}
      </Button>
      <ReferenceChooser ref={chooser} onFile={(file) => add.mutate(file, { onSuccess: onAdd })} />
      {add.error && (
        <p role="alert" className="order-last w-full text-12 text-danger">
          {refusalText(add.error)}
        </p>
      )}
    </>
  );
}
