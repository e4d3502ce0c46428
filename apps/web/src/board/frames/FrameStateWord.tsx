'use client';

import { TriangleAlert } from 'lucide-react';
import type { Frame } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { PinStateWord } from '../../ui/PinStateWord.tsx';
import { newestOf } from '../canvas/scene.ts';
import { VersionWord } from '../panels/versions/VersionWord.tsx';
import { useEdits, usePins, useVersions } from '../state/useBoardData.ts';
import { awaitsChoice } from './awaitsChoice.ts';

const words = texts.board;

/** The one thing that is next for a frame: a choice, work that runs, open pins, else its version's state. */
export function FrameStateWord({ frame }: { readonly frame: Frame }) {
  const pins = usePins().data ?? [];
  const edits = useEdits().data ?? [];
  const versions = useVersions().data ?? [];
  if (frame.state === 'failed') {
    return (
      <span className="flex items-center gap-1.25 font-medium text-11 text-attention">
        <TriangleAlert size={12} aria-hidden="true" />
        {frame.drawing ? words.notDrawn : words.notRead}
      </span>
    );
  }
  if (frame.state !== 'ready')
    return (
      <span className="text-11 text-text-3">{frame.state === 'drawing' ? words.drawing : words.reading}</span>
    );
  const own = pins.filter(({ frameId }) => frameId === frame.id);
  const open = own.filter(({ state }) => state === 'open').length;
  if (edits.some((edit) => edit.frameId === frame.id && awaitsChoice(edit, own))) {
    return <PinStateWord state="proposed" word={words.proposedPins} />;
  }
  if (own.some(({ state }) => state === 'editing')) return <PinStateWord state="editing" />;
  if (open > 0) return <PinStateWord state="open" word={words.openPins(open)} />;
  const newest = newestOf(versions.filter(({ frameId }) => frameId === frame.id));
  if (!newest) return null;
  return <VersionWord version={newest} />;
}
