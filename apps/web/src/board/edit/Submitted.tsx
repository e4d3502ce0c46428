'use client';

import { mayCause, versionCauses } from '@pinpaint/domain';
import { Columns2, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Version } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/useNow.ts';
import { VersionStateWord } from '../../ui/VersionStateWord.tsx';
import { decisionState } from '../compare/decisionState.ts';
import { openCompare } from '../compare/openCompare.ts';
import { clientWords, isAskedBack } from '../panels/versions/clientWords.ts';
import { DecisionQuotes } from '../panels/versions/DecisionQuotes.tsx';
import { useVersionMoves } from '../panels/versions/useVersionMoves.ts';
import { VersionProblem } from '../panels/versions/VersionProblem.tsx';
import { useBoardContext } from '../state/BoardContext.tsx';
import { useVersions } from '../state/useBoardData.ts';
import { useMay } from '../state/useMay.ts';
import { useMyRole } from '../state/useMyRole.ts';

export type SubmittedProps = { readonly version: Version; readonly onAgain: () => void };

/** What came of the pin is with the director: what it waits for, and what clients said to it, who may want it back. Running again is still there, behind a click. */
export function Submitted({ version, onAgain }: SubmittedProps) {
  const { store } = useBoardContext();
  const { data: versions = [] } = useVersions();
  const role = useMyRole();
  const mayDecide = role !== null && mayCause(role, versionCauses.approve);
  const mayStart = useMay('edit.start');
  const mayWithdraw = useMay('version.withdraw');
  const moves = useVersionMoves();
  const compare = useRef<HTMLButtonElement>(null);
  // Whoever submitted pressed a button that is gone now.
  useEffect(() => {
    if (document.activeElement === document.body) compare.current?.focus({ preventScroll: true });
  }, []);
  const own = versions.filter(({ frameId }) => frameId === version.frameId);
  const { title, lead } = decisionState(version, { versions: own, mayDecide, now: useNow() });
  // Who decides does so where it is seen, and asks for changes there.
  const canGoOn = mayWithdraw && !mayDecide && isAskedBack(version);
  return (
    <section className="grid gap-3 border-line border-t px-3.5 py-3">
      <div role="status">
        <VersionStateWord state={version.state} word={texts.edit.submittedIn(version.number)} />
        <p className="mt-1 font-medium">{title}</p>
        <p className="text-12 text-text-2">{lead}</p>
      </div>
      <DecisionQuotes decisions={clientWords(version)} isWhole />
      {canGoOn && <p className="text-12 text-text-2">{texts.edit.goOnLead}</p>}
      {moves.error && <VersionProblem error={moves.error} onClose={moves.reset} />}
      <div className="flex flex-wrap gap-2">
        {canGoOn && (
          <Button
            look="primary"
            size="big"
            disabled={moves.isPending}
            onClick={() => moves.mutate({ move: 'withdraw', version })}
          >
            <Undo2 size={15} strokeWidth={1.75} aria-hidden="true" />
            {texts.edit.goOn(version.number)}
          </Button>
        )}
        <Button
          ref={compare}
          look={canGoOn ? 'line' : 'primary'}
          size="big"
          onClick={() => openCompare(store, versions, version.id)}
        >
          <Columns2 size={15} strokeWidth={1.75} aria-hidden="true" />
          {texts.board.compare}
        </Button>
        {mayStart && !canGoOn && (
          <Button look="quiet" size="big" onClick={onAgain}>
            {texts.edit.runAgain}
          </Button>
        )}
      </div>
    </section>
  );
}
