'use client';

import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import type { EnclosedPicture } from '../outbox/letter.ts';
import { TouchButton } from '../parts/TouchButton.tsx';

export type EnclosedThumbProps = { readonly picture: EnclosedPicture; readonly onRemove: () => void };

/** The reference picture that goes with a note. */
export function EnclosedThumb({ picture, onRemove }: EnclosedThumbProps) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return (
    <div className="mt-3 flex items-center gap-3">
      <span className="grid size-14 shrink-0 place-items-center overflow-hidden bg-well">
        {url && <img src={url} alt="" className="size-full object-cover" />}
      </span>
      <span className="min-w-0 flex-1 truncate text-14 text-text-2">{picture.name}</span>
      <TouchButton icon={X} label={texts.client.note.removePicture(picture.name)} onClick={onRemove} />
    </div>
  );
}
