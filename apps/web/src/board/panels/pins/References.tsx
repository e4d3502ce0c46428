'use client';

import { useState } from 'react';
import { sessionApi } from '../../../data/api.ts';
import type { Attachment, Pin } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { Modal } from '../../../ui/Modal.tsx';
import { Picture } from '../../../ui/Picture.tsx';
import { useReferences } from './useThread.ts';

/** Pictures that hang on a pin, small; one opens large. */
export function References({ pin }: { readonly pin: Pin }) {
  const { data: references = [] } = useReferences(pin.id);
  const [opened, setOpened] = useState<Attachment | null>(null);
  if (references.length === 0) return null;
  const address = ({ id }: Attachment) => sessionApi.url(`/pins/${pin.id}/attachments/${id}`);
  return (
    <section aria-label={texts.pins.references} className="grid gap-2">
      <ul className="flex flex-wrap items-center gap-1.5">
        {references.map((reference) => (
          <li key={reference.id}>
            <button
              type="button"
              aria-label={texts.pins.reference(reference.name)}
              onClick={() => setOpened(reference)}
              className="block"
            >
              <Picture src={address(reference)} alt="" className="size-12 object-cover" />
            </button>
          </li>
        ))}
      </ul>
      <Modal open={opened !== null} onClose={() => setOpened(null)} title={opened?.name ?? ''}>
        {opened && (
          <Picture src={address(opened)} alt={opened.name} className="max-h-[70dvh] w-full object-contain" />
        )}
      </Modal>
    </section>
  );
}
