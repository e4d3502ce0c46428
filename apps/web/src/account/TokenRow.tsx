'use client';

import { sessionApi } from '../data/api.ts';
import type { Token } from '../data/types.ts';
import { useChange } from '../home/useChange.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/Toasts.tsx';
import { timeAgo } from '../ui/timeAgo.ts';

const words = texts.account;

export function TokenRow({ token, now }: { readonly token: Token; readonly now: Date }) {
  const { id, name, createdAt, lastUsedAt, expiresAt } = token;
  const { change, isPending } = useChange();
  const revoke = () =>
    change({
      run: () => sessionApi.delete(`/tokens/${id}`),
      touches: ['tokens'],
      done: () => toast({ says: words.revoked(name) }),
    });
  const facts = [
    words.made(timeAgo(createdAt, now)),
    lastUsedAt ? words.used(timeAgo(lastUsedAt, now)) : words.neverUsed,
    ...(expiresAt ? [words.until(new Date(expiresAt).toLocaleDateString(texts.language))] : []),
  ];
  return (
    <li className="flex min-h-12 items-center gap-3 border-line border-t px-4 py-2 first:border-t-0">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="text-12 text-text-2">{facts.join(', ')}</p>
      </div>
      <Button
        className="h-11 md:h-7"
        disabled={isPending}
        aria-label={words.revokeName(name)}
        onClick={revoke}
      >
        {words.revoke}
      </Button>
    </li>
  );
}
