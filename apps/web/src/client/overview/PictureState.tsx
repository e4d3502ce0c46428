'use client';

import type { ClientVersion } from '../../data/types.ts';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { PinStateWord } from '../../ui/PinStateWord.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { VersionStateWord } from '../../ui/VersionStateWord.tsx';
import { versionStage } from '../picture/versionStage.ts';
import { useReview, useReviewParts } from '../review/ReviewContext.tsx';
import { useNotes } from '../sheets/useNotes.ts';

export type PictureStateProps = {
  readonly frameId: string;
  readonly versions: readonly ClientVersion[];
};

const words = texts.client.overview;

/** How far a picture has come, as a shape and a word: what waits for the client comes first. */
export function PictureState({ frameId, versions }: PictureStateProps) {
  const { review } = useReviewParts();
  const isRead = useReview((state) => state.versions[frameId] !== undefined);
  const { pins, letters } = useNotes(frameId);
  const count = pins.length + letters.length;
  const stage = versionStage(versions, review.guest.id);
  if (!isRead) return <Shape className="h-3.5 w-24" />;
  switch (stage.kind) {
    case 'new':
      return <VersionStateWord isLarge state="in_review" word={words.newVersion} />;
    case 'final':
      return <VersionStateWord isLarge state="approved" word={words.approved} />;
    case 'said':
      return stage.word.kind === 'sign_off' ? (
        <VersionStateWord isLarge state="approved" word={words.youApproved} />
      ) : (
        <VersionStateWord isLarge state="changes_requested" word={words.askedForChanges} />
      );
    default:
      if (count === 0) return <p className="text-text-2">{words.noNotes}</p>;
      return (
        <PinStateWord
          isLarge
          state={pins.some((pin) => pin.clientWord === 'beingWorkedOn') ? 'editing' : 'open'}
          word={words.notes(count)}
        />
      );
  }
}
