'use client';

import { may } from '@pinpaint/domain';
import { useMe } from '../home/useMe.ts';
import { texts } from '../text/texts.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { LoadProblem } from '../ui/LoadProblem.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Shape } from '../ui/Shape.tsx';
import { Section } from './Section.tsx';
import { Sessions } from './Sessions.tsx';
import { Spending } from './Spending.tsx';
import { Studios } from './Studios.tsx';
import { SurroundChoice } from './SurroundChoice.tsx';
import { Tokens } from './Tokens.tsx';

const words = texts.account;

export function AccountPage() {
  const { data: me, error, refetch } = useMe();
  return (
    <>
      <PageHead title={texts.home.account} />
      <Section title={words.you}>
        {error && !me && <LoadProblem error={error} retry={() => void refetch()} />}
        {!me && !error && <Shape className="h-16 rounded-3" />}
        {me && (
          <div className="flex items-center gap-3 rounded-3 bg-panel px-4 py-3">
            <Avatar name={me.person.name} />
            <div className="min-w-0">
              <p className="truncate font-medium">{me.person.name}</p>
              <p className="truncate text-12 text-text-2">
                {me.studioRole
                  ? words.role(texts.roles[me.studioRole], me.studio.name)
                  : words.guestRole(me.studio.name)}
                {' · '}
                {me.person.email}
              </p>
            </div>
          </div>
        )}
      </Section>
      {me && <Studios me={me} />}
      {me?.studioRole && may(me.studioRole, 'studio.manage') && <Spending />}
      <Section title={words.surround} lead={words.surroundLead}>
        <SurroundChoice />
      </Section>
      <Sessions />
      <Tokens />
    </>
  );
}
