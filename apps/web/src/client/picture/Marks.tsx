'use client';

import type { PixelRect, Region } from '@pinpaint/domain';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import type { Notes } from '../sheets/useNotes.ts';
import { anchorOf } from './anchorOf.ts';
import { noteWords, shapeOfWord } from './noteWord.ts';
import { PinButton } from './PinButton.tsx';
import { RegionLine } from './RegionLine.tsx';

export type MarksProps = {
  readonly bounds: PixelRect;
  readonly notes: Notes;
  /** What is being written about. */
  readonly draft: Region | null;
  readonly openPinId: string | null;
  readonly onOpen: (pinId: string) => void;
};

/** Everything that points at something on the picture, in frame space. */
export function Marks({
  bounds,
  notes: { pins, nextNumber, letters },
  draft,
  openPinId,
  onOpen,
}: MarksProps) {
  const { mark } = texts.client.pin;
  return (
    <>
      {pins.map(({ id, region }) => (
        <RegionLine key={id} region={region} isActive={id === openPinId} />
      ))}
      {letters.map(({ id, region }) => (
        <RegionLine key={id} region={region} isActive={false} />
      ))}
      {draft && <RegionLine region={draft} isActive />}
      {pins.map(({ id, number, word, region }) => (
        <PinButton
          key={id}
          number={number}
          state={shapeOfWord[word]}
          at={anchorOf(region, bounds)}
          label={mark(number, noteWords[word])}
          onOpen={() => onOpen(id)}
        />
      ))}
      {letters.map(({ id, region }, i) => (
        <PinButton
          key={id}
          number={nextNumber + i}
          state="open"
          at={anchorOf(region, bounds)}
          label={mark(nextNumber + i, texts.client.outbox.waiting)}
          isWaiting
          onOpen={null}
        />
      ))}
      {draft && (
        <PinButton
          number={nextNumber + letters.length}
          state="open"
          at={anchorOf(draft, bounds)}
          label={texts.client.note.label}
          onOpen={null}
        />
      )}
    </>
  );
}
