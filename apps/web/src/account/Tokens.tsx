'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionApi } from '../data/api.ts';
import { readAll } from '../data/readAll.ts';
import type { MadeToken, Token } from '../data/types.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { CopyField } from '../ui/CopyField.tsx';
import { LoadProblem } from '../ui/LoadProblem.tsx';
import { Modal } from '../ui/Modal.tsx';
import { Shape } from '../ui/Shape.tsx';
import { useNow } from '../ui/useNow.ts';
import { NewToken } from './NewToken.tsx';
import { Section } from './Section.tsx';
import { TokenRow } from './TokenRow.tsx';

const words = texts.account;

/** Programs that act as this person; revoked ones are not shown. */
export function Tokens() {
  const now = useNow();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<MadeToken | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => readAll<Token>(sessionApi, '/tokens', signal),
  });
  const tokens = data?.filter(({ revokedAt }) => !revokedAt);
  const show = (token: MadeToken) => {
    setMaking(false);
    setMade(token);
  };
  return (
    <Section
      title={words.tokens}
      lead={words.tokensLead}
      action={
        <Button className="h-11 md:h-7" onClick={() => setMaking(true)}>
          {words.newToken}
        </Button>
      }
    >
      {error && !data && <LoadProblem error={error} retry={() => void refetch()} />}
      {!data && !error && <Shape className="h-12 rounded-3" />}
      {tokens?.length === 0 && (
        <p className="rounded-3 border border-line border-dashed px-4 py-3 text-text-2">{words.noTokens}</p>
      )}
      <ul className="rounded-3 bg-panel">
        {tokens?.map((token) => (
          <TokenRow key={token.id} token={token} now={now} />
        ))}
      </ul>
      {isMaking && <NewToken onMade={show} onClose={() => setMaking(false)} />}
      {made && (
        <Modal
          open
          onClose={() => setMade(null)}
          title={words.tokenMade(made.token.name)}
          lead={words.tokenMadeLead}
        >
          {made.secret && <CopyField label={words.token} value={made.secret} />}
          <footer className="mt-5 flex justify-end">
            <Button size="big" onClick={() => setMade(null)}>
              {words.done}
            </Button>
          </footer>
        </Modal>
      )}
    </Section>
  );
}
