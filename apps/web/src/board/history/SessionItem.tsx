'use client';

import type { Moment } from '../../data/types.ts';
import { historyTexts as words } from '../../text/historyTexts.ts';
import { ChangeRow } from './ChangeRow.tsx';
import { foldEmpty } from './foldEmpty.ts';
import { MomentRow } from './MomentRow.tsx';
import { useChanges } from './useHistory.ts';
import type { LookBack } from './useLookBack.ts';

export type SessionItemProps = { readonly session: Moment; readonly back: LookBack };

/** What was done in one go; while it, or a moment of it, is looked at, with each change of it. */
export function SessionItem({ session, back }: SessionItemProps) {
  const { wanted, isThere, look } = back;
  const isOpen = wanted !== null && wanted.seq <= session.seq && wanted.firstSeq >= session.firstSeq;
  return (
    <>
      <MomentRow moment={session} isShown={isThere && isSame(wanted, session)} onShow={() => look(session)} />
      {isOpen && <Changes session={session} back={back} />}
    </>
  );
}

function Changes({ session, back: { wanted, isThere, look } }: SessionItemProps) {
  const changes = foldEmpty(useChanges(session).data?.items ?? []);
  if (changes.length < 2) return null;
  return (
    <ol aria-label={words.changes} className="pb-1">
      {changes.map((change) => (
        <li key={change.seq}>
          <ChangeRow
            change={change}
            isNamed={session.people.length > 1}
            isShown={isThere && isSame(wanted, change)}
            onShow={() => look(change)}
          />
        </li>
      ))}
    </ol>
  );
}

/** A session ends with its last change. */
function isSame(one: Moment | null, { seq, firstSeq }: Moment): boolean {
  return one?.seq === seq && one.firstSeq === firstSeq;
}
