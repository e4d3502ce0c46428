'use client';

import { useMutation } from '@tanstack/react-query';
import { sessionApi } from '../data/api.ts';
import { leaving } from '../data/createQueryClient.ts';
import type { Me } from '../data/types.ts';
import { sayWhy } from '../home/useChange.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/Toasts.tsx';
import { Section } from './Section.tsx';

/** For somebody in several: which one this browser is in. */
export function Studios({ me }: { readonly me: Me }) {
  const { mutate: open, isPending } = useMutation({
    mutationKey: leaving,
    mutationFn: async (studioId: string) => {
      await sessionApi.post('/sessions/current/studio', { studioId });
      // A new page: nothing of one studio may be seen in another. It is under way until this one is gone.
      location.assign('/projects');
      return new Promise<never>(() => undefined);
    },
    onError: (error) => toast({ says: sayWhy(error) }),
  });
  if (me.studios.length < 2) return null;
  const { studios, studiosLead, openHere, isOpen } = texts.account;
  return (
    <Section title={studios} lead={studiosLead}>
      <ul className="rounded-3 bg-panel">
        {me.studios.map(({ id, name }) => (
          <li
            key={id}
            className="flex min-h-12 items-center gap-3 border-line border-t px-4 py-2 first:border-t-0"
          >
            <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
            {id === me.studio.id ? (
              <span className="text-12 text-text-3">{isOpen}</span>
            ) : (
              <Button
                className="h-11 md:h-7"
                disabled={isPending}
                aria-label={`${openHere}: ${name}`}
                onClick={() => open(id)}
              >
                {openHere}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
