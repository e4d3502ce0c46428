'use client';

import { kitTexts } from '../../text/kitTexts.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { refusalText } from '../edit/refusal.ts';
import { useBoardContext } from '../state/BoardContext.tsx';
import { useMay } from '../state/useMay.ts';
import { Artworks } from './Artworks.tsx';
import { Colours } from './Colours.tsx';
import { useKit } from './useKit.ts';

const words = kitTexts.kit;

/** A project's brand: its artworks, and its colours by name. */
export function KitDialog() {
  const { store } = useBoardContext();
  const { data: kit, error, refetch } = useKit();
  const mayChange = useMay('kit.change');
  return (
    <Modal open onClose={() => store.setState({ showsKit: false })} title={words.title} lead={words.lead}>
      {!kit && !error && <Loading />}
      {!kit && error && (
        <ProblemNote title={words.unread} happened={refusalText(error)}>
          <Button onClick={() => void refetch()}>{texts.common.retry}</Button>
        </ProblemNote>
      )}
      {kit && (
        <div className="grid gap-5">
          <Artworks artworks={kit.artworks} mayChange={mayChange} />
          <Colours colours={kit.colours} mayChange={mayChange} />
          {!mayChange && <p className="text-12 text-text-3">{words.readOnly}</p>}
        </div>
      )}
    </Modal>
  );
}

function Loading() {
  return (
    <div role="status" className="grid grid-cols-3 gap-3">
      {[0, 1, 2].map((n) => (
        <Shape key={n} className="h-28 w-full" />
      ))}
    </div>
  );
}
