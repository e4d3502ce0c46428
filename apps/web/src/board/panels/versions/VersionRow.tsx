'use client';

import { useId } from 'react';
import type { Frame, Version } from '../../../data/types.ts';
import { PictureThumb } from '../../../pictures/PictureThumb.tsx';
import { sourceOf } from '../../../pictures/pictureSource.ts';
import { texts } from '../../../text/texts.ts';
import { classes } from '../../../ui/classes.ts';
import { useNow } from '../../../ui/useNow.ts';
import { CompareMarks } from './CompareMarks.tsx';
import { DecisionQuotes } from './DecisionQuotes.tsx';
import { ProofCard } from './ProofCard.tsx';
import type { VersionMove } from './useVersionMoves.ts';
import { VersionButtons } from './VersionButtons.tsx';
import { VersionWord } from './VersionWord.tsx';
import { versionLines } from './versionLines.ts';

export type VersionRowProps = {
  readonly version: Version;
  /** All of the frame's, newest first. */
  readonly versions: readonly Version[];
  readonly frame: Frame;
  readonly isOpen: boolean;
  readonly isMoving: boolean;
  readonly onChoose: () => void;
  readonly onMove: (move: VersionMove) => void;
};

export function VersionRow({
  version,
  versions,
  frame,
  isOpen,
  isMoving,
  onChoose,
  onMove,
}: VersionRowProps) {
  const id = useId();
  const lines = versionLines(version, { versions, now: useNow(), isDrawn: frame.drawing !== null });
  return (
    <li className={classes('border-line border-b', isOpen && 'bg-hover')}>
      <div className="relative grid grid-cols-[72px_minmax(0,1fr)_auto] gap-x-3 px-3.5 py-3">
        <PictureThumb source={sourceOf(version, frame)} className="h-12 w-18" />
        <div className="min-w-0">
          <h3 className="flex items-center gap-2 font-semibold text-13">
            <button
              type="button"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={onChoose}
              className="num -outline-offset-2 after:absolute after:inset-0"
            >
              {texts.versions.name(version.number)}
            </button>
            <VersionWord version={version} />
          </h3>
          {lines.map((line) => (
            <p key={line} title={line} className="mt-0.5 truncate text-12 text-text-3">
              {line}
            </p>
          ))}
        </div>
        <CompareMarks version={version} />
      </div>
      <div id={id} className="grid gap-2.5 px-3.5 empty:hidden [&:not(:empty)]:pb-3">
        <DecisionQuotes decisions={version.decisions} isWhole={isOpen} />
        {isOpen && version.state !== 'draft' && version.state !== 'discarded' && (
          <ProofCard version={version} />
        )}
        {isOpen && (
          <VersionButtons version={version} versions={versions} isMoving={isMoving} onMove={onMove} />
        )}
      </div>
    </li>
  );
}
