'use client';

import { useState } from 'react';
import { sessionApi } from '../data/api.ts';
import type { ReviewLink } from '../data/types.ts';
import { useChange } from '../home/useChange.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { toast } from '../ui/Toasts.tsx';
import { timeAgo } from '../ui/timeAgo.ts';
import { linkAllows, linkState } from './linkState.ts';

export type LinkRowProps = {
  readonly link: ReviewLink;
  readonly boardName: (boardId: string) => string;
  readonly now: Date;
  readonly mayClose: boolean;
};

const words = texts.links;
const guestsShown = 3;

export function LinkRow({ link, boardName, now, mayClose }: LinkRowProps) {
  const { name, boardId, expiresAt } = link;
  const { isOpen, word } = linkState(link, now);
  const facts = [
    words.shows(boardId ? boardName(boardId) : words.allBoards.toLowerCase()),
    linkAllows(link),
    ...(link.asksPassword ? [words.withPassword] : []),
    ...(link.asksCode ? [words.withCode] : []),
    ...(isOpen && expiresAt ? [words.until(dayOf(expiresAt))] : []),
  ];
  return (
    <li className="grid gap-x-4 gap-y-1.5 border-line border-t px-4 py-3 first:border-t-0 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_230px] md:items-start">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="truncate font-semibold text-[14px]">{name}</span>
          <span className={classes('text-12', isOpen ? 'text-resolved' : 'text-text-3')}>{word}</span>
        </p>
        <p className="text-12 text-text-2">{facts.join(' · ')}</p>
      </div>
      <Guests link={link} now={now} />
      {isOpen && mayClose && <CloseLink link={link} />}
    </li>
  );
}

function Guests({ link: { guests }, now }: Pick<LinkRowProps, 'link' | 'now'>) {
  if (guests.length === 0) return <p className="text-12 text-text-3">{words.notOpened}</p>;
  const more = guests.length - guestsShown;
  return (
    <div className="min-w-0 text-12">
      <p className="text-text-3">{words.openedBy}</p>
      <ul>
        {guests.slice(0, guestsShown).map(({ id, name, email, lastSeenAt }) => (
          <li key={id} className="truncate text-text-2">
            {words.seen(email ? words.checked(name, email) : name, timeAgo(lastSeenAt, now))}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-text-3">{words.moreGuests(more)}</p>}
    </div>
  );
}

/** The one step here that nothing takes back: it asks by its second button, not by a window. */
function CloseLink({ link: { id, name } }: Pick<LinkRowProps, 'link'>) {
  const [isSure, setSure] = useState(false);
  const { change, isPending } = useChange();
  const close = () =>
    change({
      run: () => sessionApi.delete(`/links/${id}`),
      touches: ['links', 'overview'],
      done: () => toast({ says: words.closed(name) }),
    });
  if (!isSure) {
    return (
      <Button
        aria-label={words.closeName(name)}
        className="h-11 justify-self-start md:h-7 md:justify-self-end"
        onClick={() => setSure(true)}
      >
        {words.close}
      </Button>
    );
  }
  return (
    <div className="grid gap-1.5 md:justify-items-end">
      <div className="flex gap-2">
        <Button look="quiet" className="h-11 md:h-7" onClick={() => setSure(false)}>
          {texts.common.cancel}
        </Button>
        <Button look="danger" autoFocus className="h-11 md:h-7" disabled={isPending} onClick={close}>
          {words.closeSure}
        </Button>
      </div>
      <p className="text-12 text-text-2">{words.closeLead}</p>
    </div>
  );
}

function dayOf(iso: string): string {
  return new Date(iso).toLocaleDateString(texts.language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
}
