'use client';

import { texts } from '../../text/texts.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { classes } from '../../ui/classes.ts';
import { Tip } from '../../ui/Tip.tsx';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { useMe } from '../state/useBoardData.ts';
import { peopleHere } from './peopleHere.ts';

const words = texts.board;
const mostShown = 5;

/** Who is here. A click follows one of them; Esc, or any move of one's own, stops. */
export function People() {
  const { store } = useBoardContext();
  const me = useMe().data;
  const peers = useBoard((state) => state.peers);
  const following = useBoard((state) => state.following);
  const people = peopleHere(peers, me?.person.id ?? '');
  return (
    <ul aria-label={words.here} className="-space-x-1 flex items-center px-1.5">
      {me && (
        <li title={me.person.name} className="rounded-full shadow-[0_0_0_2px_var(--panel)]">
          <Avatar name={me.person.name} />
          <span className="sr-only">{me.person.name}</span>
        </li>
      )}
      {people.slice(0, mostShown).map(({ personId, name, clientIds }) => {
        const isFollowed = following !== null && clientIds.includes(following);
        return (
          <li key={personId}>
            <Tip says={words.followIn(name, clientIds.length)}>
              <button
                type="button"
                aria-label={words.follow(name)}
                aria-pressed={isFollowed}
                onClick={() => store.setState({ following: isFollowed ? null : (clientIds[0] ?? null) })}
                className={classes(
                  'block rounded-full',
                  isFollowed ? 'shadow-[0_0_0_2px_var(--accent-edge)]' : 'shadow-[0_0_0_2px_var(--panel)]',
                )}
              >
                <Avatar name={name} />
              </button>
            </Tip>
          </li>
        );
      })}
      {people.length > mostShown && (
        <li className="pl-2 text-11 text-text-2">+{people.length - mostShown}</li>
      )}
    </ul>
  );
}
