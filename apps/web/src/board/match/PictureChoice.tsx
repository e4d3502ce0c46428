'use client';

import { RadioGroup } from 'radix-ui';
import { sessionApi } from '../../data/api.ts';
import type { Attachment, Pin } from '../../data/types.ts';
import { matchTexts as words } from '../../text/matchTexts.ts';
import { Picture } from '../../ui/Picture.tsx';
import { useReferences } from '../panels/pins/useThread.ts';

export type PictureChoiceProps = {
  readonly pin: Pin;
  readonly chosen: string | null;
  readonly onChoose: (picture: Attachment) => void;
};

/** One of the pictures that hang on the note. */
export function PictureChoice({ pin, chosen, onChoose }: PictureChoiceProps) {
  const { data: pictures = [] } = useReferences(pin.id);
  if (pictures.length === 0) return null;
  return (
    <RadioGroup.Root
      aria-label={words.pictures}
      value={chosen ?? ''}
      onValueChange={(id) => {
        const picture = pictures.find((one) => one.id === id);
        if (picture) onChoose(picture);
      }}
      className="-m-0.5 flex max-h-27 flex-wrap gap-1.5 overflow-y-auto p-0.5"
    >
      {pictures.map(({ id, name }) => (
        <RadioGroup.Item
          key={id}
          value={id}
          aria-label={name}
          title={name}
          className="size-12 rounded-2 p-0.75 hover:bg-hover data-[state=checked]:bg-pressed data-[state=checked]:shadow-[inset_0_0_0_1.5px_var(--text)]"
        >
          <Picture
            src={sessionApi.url(`/pins/${pin.id}/attachments/${id}`)}
            alt=""
            className="size-full rounded-1 object-cover"
          />
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
