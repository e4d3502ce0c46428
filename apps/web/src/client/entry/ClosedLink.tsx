'use client';

import { DoorClosed } from 'lucide-react';
import { useEffect, useState } from 'react';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import type { Letter } from '../outbox/letter.ts';
import { openLetterStore } from '../outbox/letterStore.ts';

const words = texts.client.closed;

/** The end of a link. What its guest wrote and could not send is theirs to copy. */
export function ClosedLink({ why }: { readonly why: 'revoked' | 'expired' | 'unknown' }) {
  const [unsent, setUnsent] = useState<readonly Letter[]>([]);
  useEffect(() => {
    openLetterStore()
      .all()
      .then(setUnsent, () => undefined);
  }, []);
  return (
    <main
      aria-label={words[why]}
      className="m-auto grid w-full max-w-96 justify-items-center gap-2 p-6 text-center"
    >
      <DoorClosed size={36} strokeWidth={1.5} className="mb-2 text-text-3" aria-hidden="true" />
      <h1 className="font-semibold text-20">{words[why]}</h1>
      <p className="text-balance text-15 text-text-2">{why === 'unknown' ? words.leadUnknown : words.lead}</p>
      {unsent.length > 0 && why !== 'unknown' && (
        <section className="mt-4 w-full rounded-3 bg-panel p-4 text-left">
          <h2 className="mb-2 text-13 text-text-2">{words.unsent}</h2>
          <ul className="grid gap-2 text-15">
            {unsent.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
