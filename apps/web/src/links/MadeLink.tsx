'use client';

import { isLocalName } from '@pinpaint/config/isLocalName';
import type { MadeReviewLink } from '../data/types.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { CopyField } from '../ui/CopyField.tsx';
import { Modal } from '../ui/Modal.tsx';
import { QrCode } from '../ui/QrCode.tsx';

export type MadeLinkProps = { readonly made: MadeReviewLink; readonly onClose: () => void };

/** The only time that anybody sees the address. */
export function MadeLink({ made: { link, url }, onClose }: MadeLinkProps) {
  const { made, madeLead, address, qr, hereOnly, done } = texts.links;
  return (
    <Modal open onClose={onClose} title={made(link.name)} lead={madeLead}>
      {url && (
        <>
          <CopyField label={address} value={url} />
          {isLocalName(new URL(url).hostname) ? (
            <p className="mt-3 text-12 text-text-2">{hereOnly}</p>
          ) : (
            <figure className="mt-5 flex items-center gap-4">
              <QrCode text={url} label={qr} />
              <figcaption className="max-w-40 text-12 text-text-2">{qr}</figcaption>
            </figure>
          )}
        </>
      )}
      <footer className="mt-5 flex justify-end">
        <Button size="big" onClick={onClose}>
          {done}
        </Button>
      </footer>
    </Modal>
  );
}
