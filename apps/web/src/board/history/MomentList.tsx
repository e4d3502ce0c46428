'use client';

import type { Moment } from '../../data/types.ts';
import { historyTexts as words } from '../../text/historyTexts.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useNow } from '../../ui/useNow.ts';
import { detailsOf, refusalText } from '../edit/refusal.ts';
import { EmptyTab } from '../panels/EmptyTab.tsx';
import { ListShape } from '../panels/ListShape.tsx';
import { foldEmpty } from './foldEmpty.ts';
import { MomentButton } from './MomentButton.tsx';
import { SessionItem } from './SessionItem.tsx';
import { useHistory } from './useHistory.ts';
import { useLookBack } from './useLookBack.ts';
import { dayOf } from './when.ts';

/** Now, then by days what was done in one go. */
export function MomentList() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory();
  const back = useLookBack();
  const now = useNow();
  if (error && !data) {
    return (
      <div className="min-h-0 flex-1 p-3.5">
        <ProblemNote title={words.notLoaded} happened={refusalText(error)} details={detailsOf(error)}>
          <Button onClick={() => void refetch()}>{texts.common.retry}</Button>
        </ProblemNote>
      </div>
    );
  }
  if (!data) return <ListShape />;
  const sessions = foldEmpty(data.pages.flatMap(({ items }) => items));
  return (
    <div className="min-h-0 flex-1 overflow-y-auto pb-4">
      <p className="px-3.5 pt-3 pb-1 text-12 text-text-2">{words.lead}</p>
      {back.error && (
        <div className="px-3.5 py-2">
          <ProblemNote
            title={words.notLooked}
            happened={refusalText(back.error)}
            details={detailsOf(back.error)}
          >
            <Button onClick={back.retry}>{texts.common.retry}</Button>
          </ProblemNote>
        </div>
      )}
      {sessions.length === 0 ? (
        <EmptyTab title={words.empty} lead={words.emptyLead} />
      ) : (
        <ol aria-label={words.list}>
          <li>
            <MomentButton isShown={back.wanted === null} onShow={() => back.look(null)}>
              <span className="font-medium text-13">{words.now}</span>
              <span className="text-12 text-text-2">{words.nowLead}</span>
            </MomentButton>
          </li>
          {sessions.map((session, i) => (
            <li key={session.seq}>
              {isNewDay(session, sessions[i - 1], now) && (
                <h3 className="px-3.5 pt-3 pb-1 font-medium text-11 text-text-3">{dayOf(session.to, now)}</h3>
              )}
              <SessionItem session={session} back={back} />
            </li>
          ))}
        </ol>
      )}
      {hasNextPage && (
        <div className="px-3.5 pt-3">
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.older}
          </Button>
        </div>
      )}
    </div>
  );
}

function isNewDay(session: Moment, newer: Moment | undefined, now: Date): boolean {
  return !newer || dayOf(newer.to, now) !== dayOf(session.to, now);
}
