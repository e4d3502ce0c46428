'use client';

import { clientTexts as texts } from '../../text/clientTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { useReviewParts } from '../review/ReviewContext.tsx';
import { NoteList } from '../sheets/NoteList.tsx';
import { NoteSheet } from '../sheets/NoteSheet.tsx';
import { PinSheet } from '../sheets/PinSheet.tsx';
import { Sheet } from '../sheets/Sheet.tsx';
import type { Notes } from '../sheets/useNotes.ts';
import { VersionSheet } from '../sheets/VersionSheet.tsx';
import type { usePictureSheet } from './usePictureSheet.ts';
import type { VersionStage } from './versionStage.ts';

export type PictureSheetProps = {
  readonly sheets: ReturnType<typeof usePictureSheet>;
  readonly stage: VersionStage;
  readonly notes: Notes;
};

const { picture: words, version: versionWords } = texts.client;

/** Whatever is open beside the picture. */
export function PictureSheet({ sheets, stage, notes }: PictureSheetProps) {
  const { review } = useReviewParts();
  const { sheet, setSheet, write, mark, send } = sheets;
  const close = () => setSheet({ kind: 'none' });
  switch (sheet.kind) {
    case 'none':
      return null;
    case 'note': {
      const { draft } = sheet;
      return (
        <NoteSheet
          region={draft.region}
          text={draft.text}
          onText={(text) => write({ ...draft, text })}
          onSend={(picture) => send(draft, picture)}
          onFold={close}
          onRemove={() => write(null)}
        />
      );
    }
    case 'pin': {
      const pin = notes.pins.find(({ id }) => id === sheet.pinId);
      return pin ? <PinSheet key={pin.id} pin={pin} onClose={close} /> : null;
    }
    case 'notes':
      return (
        <div className="md:hidden">
          <Sheet label={words.notes} onClose={close}>
            <h2 className="mb-2 font-semibold text-18">{words.notes}</h2>
            <NoteList notes={notes} openPinId={null} onOpen={(pinId) => setSheet({ kind: 'pin', pinId })} />
            {review.link.mayComment && (
              <Button size="touch" className="mt-4 w-full" onClick={() => mark({ kind: 'none' })}>
                {words.wholePicture}
              </Button>
            )}
          </Sheet>
        </div>
      );
    case 'version': {
      if (stage.kind === 'none' || stage.kind === 'awaited') return null;
      const answered = notes.pins.filter(({ clientWord }) => clientWord === 'haveALook');
      if (stage.kind !== 'final') {
        const word = stage.kind === 'said' ? stage.word : null;
        const { version } = stage;
        return (
          <VersionSheet key={version.id} version={version} pins={answered} word={word} onClose={close} />
        );
      }
      return (
        <Sheet label={texts.client.overview.approved} onClose={close}>
          <h2 className="font-semibold text-18">{versionWords.final(stage.version.number)}</h2>
          <p className="mt-1 text-15 text-text-2">{versionWords.finalMeans}</p>
        </Sheet>
      );
    }
  }
}
