'use client';

import { may } from '@pinpaint/domain';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useSearchParams } from 'next/navigation.js';
import { useState } from 'react';
import { sessionApi } from '../data/api.ts';
import { readAll } from '../data/readAll.ts';
import type { AddedMember, Me, Member } from '../data/types.ts';
import { useMe } from '../home/useMe.ts';
import { useOverview } from '../home/useOverview.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { LoadProblem } from '../ui/LoadProblem.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Shape } from '../ui/Shape.tsx';
import { toast } from '../ui/Toasts.tsx';
import { Invite } from './Invite.tsx';
import { PassOn } from './PassOn.tsx';
import { PersonRow } from './PersonRow.tsx';
import { people } from './people.ts';
import { WhoMayWhat } from './WhoMayWhat.tsx';

const words = texts.members;

export function MembersPage() {
  const invited = useSearchParams().get('invite');
  const { data: me } = useMe();
  const overview = useOverview();
  const members = useQuery({
    queryKey: ['members'],
    queryFn: ({ signal }) => readAll<Member>(sessionApi, '/members', signal),
  });
  const [isInviting, setInviting] = useState(invited !== null);
  const [toTell, setToTell] = useState<string | null>(null);
  const projects = overview.data?.projects ?? [];
  const nameOf = (id: string) => projects.find((one) => one.id === id)?.name ?? words.unknownProject;
  const owners = members.data?.filter(({ role, projectId }) => role === 'owner' && !projectId) ?? [];
  const added = ({ person, invited: isMailed }: AddedMember) => {
    setInviting(false);
    if (isMailed) toast({ says: words.invited(person.name) });
    else setToTell(person.name);
  };
  return (
    <>
      <PageHead title={texts.home.members}>
        {me && manages(me) && (
          <Button look="primary" className="h-11 md:h-8" onClick={() => setInviting(true)}>
            <UserPlus size={15} strokeWidth={1.75} aria-hidden="true" />
            {words.invite}
          </Button>
        )}
      </PageHead>
      {members.error && !members.data && (
        <LoadProblem error={members.error} retry={() => void members.refetch()} />
      )}
      {members.isPending && <Shape className="h-60 rounded-3" />}
      {members.data && me && (
        <ul className="rounded-3 bg-panel">
          {people(members.data).map((roles) => (
            <PersonRow
              key={roles.person.id}
              roles={roles}
              me={me}
              projectName={nameOf}
              isLastOwner={owners.length === 1 && owners[0]?.person.id === roles.person.id}
            />
          ))}
        </ul>
      )}
      {me && !manages(me) && <p className="mt-3 text-12 text-text-3">{words.notYours}</p>}
      <WhoMayWhat />
      {isInviting && me && overview.data && (
        <Invite
          me={me}
          projects={projects}
          projectId={invited}
          onAdded={added}
          onClose={() => setInviting(false)}
        />
      )}
      {toTell !== null && <PassOn name={toTell} onClose={() => setToTell(null)} />}
    </>
  );
}

function manages({ studioRole, projectRoles }: Me): boolean {
  const all = [...(studioRole ? [studioRole] : []), ...projectRoles.map(({ role }) => role)];
  return all.some((role) => may(role, 'member.manage'));
}
