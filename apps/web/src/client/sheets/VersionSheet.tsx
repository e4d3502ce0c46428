'use client';

import { Check } from 'lucide-react';
import { useRef, useState } from 'react';
import { ApiError } from '../../data/ApiError.ts';
import { guestApi } from '../../data/api.ts';
import { newKey } from '../../data/newKey.ts';
import type { ClientPin, ClientVersion } from '../../data/types.ts';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { timeAgo } from '../../ui/timeAgo.ts';
import { useNow } from '../../ui/useNow.ts';
import type { OwnWord } from '../picture/ownWord.ts';
import { isOriginal } from '../picture/shownVersion.ts';
import { useReviewParts } from '../review/ReviewContext.tsx';
import { withVersion } from '../review/reviewState.ts';
import { ChangesForm } from './ChangesForm.tsx';
import { Sheet } from './Sheet.tsx';

export type VersionSheetProps = {
  readonly version: ClientVersion;
  /** What the version answers. */
  readonly pins: readonly ClientPin[];
  readonly word: OwnWord | null;
  readonly onClose: () => void;
};

const words = texts.client.version;

/** A new version: what was asked, and what this client says to it. */
export function VersionSheet({ version, pins, word, onClose }: VersionSheetProps) {
  const { review, followed } = useReviewParts();
  const now = useNow();
  const [isWriting, setIsWriting] = useState(false);
  const [isOpenAgain, setIsOpenAgain] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // The same for each try of one and the same word, so that it is said once.
  const key = useRef(newKey());
  const say = async (kind: OwnWord['kind'], comment: string | null) => {
    setProblem(null);
    try {
      const path = `/versions/${version.id}/sign-off`;
      const said = await guestApi.post<ClientVersion>(
        path,
        { kind, digest: version.digest, comment },
        `${key.current}-${kind}`,
      );
      key.current = newKey();
      setIsWriting(false);
      setIsOpenAgain(false);
      followed.store.setState((state) => withVersion(state, said));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.status === 409 ? words.otherDigest : words.failed);
      if (error.status === 409) void followed.readEverything();
    }
  };
  const alert = problem && (
    <p role="alert" className="mt-3 text-14 text-danger">
      {problem}
    </p>
  );
  if (isWriting) {
    return (
      <Sheet label={words.changesTitle} onClose={() => setIsWriting(false)}>
        <ChangesForm
          versionId={version.id}
          onSend={(comment) => void say('sign_off_changes', comment)}
          onBack={() => setIsWriting(false)}
        />
        {alert}
      </Sheet>
    );
  }
  if (word && !isOpenAgain) {
    const isApproval = word.kind === 'sign_off';
    const said = isApproval ? words.youApproved(version.number) : words.youAsked(version.number);
    return (
      <Sheet label={said} onClose={onClose}>
        <h2 className="font-semibold text-18">
          {said}, {timeAgo(word.at, now)}
        </h2>
        {word.comment && <p className="mt-1 line-clamp-4 text-15">“{word.comment}”</p>}
        <p className="mt-1 text-15 text-text-2">{isApproval ? words.lastWord : words.newFollows}</p>
        {version.state === 'in_review' && (
          <Button size="touch" className="mt-4 w-full" onClick={() => setIsOpenAgain(true)}>
            {words.again}
          </Button>
        )}
      </Sheet>
    );
  }
  const isFirst = isOriginal(version);
  const title = isFirst ? words.firstTitle : words.title;
  return (
    <Sheet label={title} onClose={onClose}>
      <h2 className="font-semibold text-18">{title}</h2>
      {!isFirst && <Asked version={version} pins={pins} guestId={review.guest.id} />}
      {review.link.maySignOff ? (
        <div className="mt-4 grid gap-1">
          <Button look="primary" size="touch" className="h-13" onClick={() => void say('sign_off', null)}>
            <Check size={20} strokeWidth={2} aria-hidden="true" />
            {words.approve}
          </Button>
          <p className="px-2 pt-0.5 pb-2 text-center text-14 text-text-2">{words.approveMeans}</p>
          {!isFirst && (
            <>
              <Button size="touch" className="h-13" onClick={() => setIsWriting(true)}>
                {words.askForChanges}
              </Button>
              <p className="px-2 pt-0.5 text-center text-14 text-text-2">{words.changesMean}</p>
            </>
          )}
        </div>
      ) : (
        <p className="mt-3 text-14 text-text-2">{words.onlyLook}</p>
      )}
      {alert}
    </Sheet>
  );
}

type AskedProps = Pick<VersionSheetProps, 'version' | 'pins'> & { readonly guestId: string };

/** Says that nothing has changed outside only where it was counted. */
function Asked({ version: { proof }, pins, guestId }: AskedProps) {
  const isExact = proof?.changedOutside === 0 && proof.changedInLocks === 0;
  return (
    <div className="mt-1 grid gap-1 text-15 text-text-2">
      {pins.map(({ id, note, by }) => (
        <p key={id} className="line-clamp-3">
          {by.id === guestId ? words.asked(note) : words.othersAsked(note)}
        </p>
      ))}
      {isExact && <p>{words.nothingElse}</p>}
    </div>
  );
}
