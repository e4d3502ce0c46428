'use client';

import { ChevronLeft, ChevronRight, Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { timeAgo } from '../../ui/timeAgo.ts';
import { useNow } from '../../ui/useNow.ts';
import { VersionStateWord } from '../../ui/VersionStateWord.tsx';
import { useReviewParts } from '../review/ReviewContext.tsx';
import type { Notes } from '../sheets/useNotes.ts';
import type { Neighbours } from './PictureBar.tsx';
import type { VersionStage } from './versionStage.ts';
import { Way } from './Way.tsx';

export type PictureFootProps = {
  /** Something is open above: on a phone the foot makes room for it. */
  readonly isQuiet: boolean;
  readonly stage: VersionStage;
  readonly neighbours: Neighbours;
  readonly canMark: boolean;
  readonly notes: Notes;
  readonly onCompare: () => void;
  readonly onWhole: () => void;
};

const { picture: words, version: versionWords } = texts.client;

/** Under the picture, for the thumb: what can be done now, and the ways to the pictures beside it. */
export function PictureFoot(props: PictureFootProps) {
  const { isQuiet, stage, neighbours, canMark, notes, onCompare, onWhole } = props;
  return (
    <div className={isQuiet ? 'max-md:hidden' : undefined}>
      <div className="flex flex-col gap-3 bg-panel px-2 pt-2 pb-[max(8px,env(safe-area-inset-bottom))] md:p-4">
        <div className="flex min-h-12 items-center gap-1 md:min-h-0">
          <Way to={neighbours.previousId} icon={ChevronLeft} label={words.previous} className="md:hidden" />
          <div className="min-w-0 flex-1">
            {!isQuiet && <StageNote stage={stage} notes={notes} onCompare={onCompare} />}
          </div>
          <Way to={neighbours.nextId} icon={ChevronRight} label={words.next} className="md:hidden" />
        </div>
        {canMark && (
          <>
            <p className="px-2 text-14 text-text-2 max-md:hidden">{words.hintMouse}</p>
            <Button size="touch" className="max-md:hidden" onClick={onWhole}>
              {words.wholePicture}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

type StageNoteProps = Pick<PictureFootProps, 'stage' | 'notes' | 'onCompare'>;

/** What has become of the newest version, and the way to look at it again. */
function StageNote({ stage, notes, onCompare }: StageNoteProps): ReactNode {
  const now = useNow();
  const { maySignOff } = useReviewParts().review.link;
  if (stage.kind === 'none') return null;
  if (stage.kind === 'new') {
    return (
      <Button look="primary" size="touch" className="w-full" onClick={onCompare}>
        <Eye size={20} aria-hidden="true" />
        {versionWords.title}
      </Button>
    );
  }
  if (stage.kind === 'first') {
    if (notes.letters.length > 0) return null;
    if (notes.pins.some(({ clientWord }) => !['done', 'notDoing'].includes(clientWord)))
      return <p className="pl-1 text-14 text-text-2">{versionWords.withStudio}</p>;
    return maySignOff ? (
      <div className="flex items-center gap-2 pl-1">
        <p className="flex-1 text-14 text-text-2">{versionWords.first}</p>
        <Button size="touch" onClick={onCompare}>
          {versionWords.approve}
        </Button>
      </div>
    ) : null;
  }
  const { version } = stage;
  const word = stage.kind === 'final' ? null : stage.word;
  const said = word?.kind === 'sign_off' ? versionWords.youApproved : versionWords.youAsked;
  return (
    <div className="flex items-center gap-2 pl-1">
      <div className="min-w-0 flex-1 text-14">
        {stage.kind === 'final' && (
          <VersionStateWord isLarge state="approved" word={texts.client.overview.approved} />
        )}
        <p>{word ? `${said(version.number)}, ${timeAgo(word.at, now)}` : spokenOf(stage)}</p>
      </div>
      {stage.kind !== 'awaited' && (
        <Button size="touch" onClick={onCompare}>
          {stage.kind === 'final' ? versionWords.compare : versionWords.lookAgain}
        </Button>
      )}
    </div>
  );
}

function spokenOf({ kind, version }: Extract<VersionStage, { kind: 'said' | 'final' | 'awaited' }>): string {
  return kind === 'final' ? versionWords.final(version.number) : versionWords.newFollows;
}
