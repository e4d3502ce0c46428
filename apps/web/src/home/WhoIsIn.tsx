'use client';

import { LogOut } from 'lucide-react';
import { sessionApi } from '../data/api.ts';
import { texts } from '../text/texts.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Shape } from '../ui/Shape.tsx';
import { useChange } from './useChange.ts';
import { useMe } from './useMe.ts';

/** Who is signed in here, and the way out. */
export function WhoIsIn() {
  const { data: me } = useMe();
  const { change, isPending } = useChange();
  // A new page: nothing that was read may stay in memory for whoever signs in next.
  const leave = () => location.assign('/sign-in');
  return (
    <div className="flex items-center gap-2.5 p-2">
      {me ? <Avatar name={me.person.name} /> : <Shape className="size-6.5 rounded-full" />}
      <span className="min-w-0 flex-1">
        {me ? (
          <>
            <span className="block truncate font-medium">{me.person.name}</span>
            <span className="block truncate text-11 text-text-3">
              {me.studioRole ? texts.roles[me.studioRole] : texts.members.noStudioRole}
            </span>
          </>
        ) : (
          <Shape className="h-8 w-20" />
        )}
      </span>
      <IconButton
        icon={LogOut}
        label={texts.home.signOut}
        side="top"
        disabled={isPending}
        className="size-11 md:size-7"
        onClick={() =>
          change({ run: () => sessionApi.delete('/sessions/current'), touches: [], done: leave })
        }
      />
    </div>
  );
}
