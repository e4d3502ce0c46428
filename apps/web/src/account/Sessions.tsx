'use client';

import { useQuery } from '@tanstack/react-query';
import { sessionApi } from '../data/api.ts';
import { readAll } from '../data/readAll.ts';
import type { Session } from '../data/types.ts';
import { useChange } from '../home/useChange.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { LoadProblem } from '../ui/LoadProblem.tsx';
import { Shape } from '../ui/Shape.tsx';
import { toast } from '../ui/Toasts.tsx';
import { timeAgo } from '../ui/timeAgo.ts';
import { useNow } from '../ui/useNow.ts';
import { Section } from './Section.tsx';

const words = texts.account;

/** Where one is signed in, this browser first. */
export function Sessions() {
  const now = useNow();
  const { change, isPending } = useChange();
  const { data, error, refetch } = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => readAll<Session>(sessionApi, '/sessions', signal),
  });
  const end = ({ id, browser }: Session) =>
    change({
      run: () => sessionApi.delete(`/sessions/${id}`),
      touches: ['sessions'],
      done: () => toast({ says: words.ended(browser) }),
    });
  const others = data?.filter(({ isCurrent }) => !isCurrent) ?? [];
  const endOthers = () =>
    change({
      run: async () => {
        for (const { id } of others) await sessionApi.delete(`/sessions/${id}`);
      },
      touches: ['sessions'],
      done: () => toast({ says: words.endedOthers }),
    });
  return (
    <Section
      title={words.sessions}
      action={
        others.length > 1 && (
          <Button className="h-11 md:h-7" disabled={isPending} onClick={endOthers}>
            {words.endOthers}
          </Button>
        )
      }
    >
      {error && !data && <LoadProblem error={error} retry={() => void refetch()} />}
      {!data && !error && <Shape className="h-12 rounded-3" />}
      <ul className="rounded-3 bg-panel">
        {data
          ?.toReversed()
          .toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
          .map((session) => (
            <li
              key={session.id}
              className="flex min-h-12 items-center gap-3 border-line border-t px-4 py-2 first:border-t-0"
            >
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">
                  {session.browser}
                  {session.isCurrent && <span className="ml-2 text-12 text-text-3">{words.thisOne}</span>}
                </p>
                <p className="text-12 text-text-2">
                  {words.since(timeAgo(session.createdAt, now))},{' '}
                  {words.seen(timeAgo(session.lastSeenAt, now))}
                </p>
              </div>
              {!session.isCurrent && (
                <Button
                  className="h-11 md:h-7"
                  disabled={isPending}
                  aria-label={words.endName(session.browser)}
                  onClick={() => end(session)}
                >
                  {words.end}
                </Button>
              )}
            </li>
          ))}
      </ul>
    </Section>
  );
}
