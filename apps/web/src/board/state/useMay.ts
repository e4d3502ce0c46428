'use client';

import { type Action, isDoneInArchive, may, type Role } from '@pinpaint/domain';
import type { Me } from '../../data/types.ts';
import { useBoardFacts, useMe } from './useBoardData.ts';

/** Whether this person may do it on this board, as far as the screen knows; the server decides. */
export function useMay(action: Action): boolean {
  const role = useRole();
  const board = useBoardFacts().data;
  if (!role || (board?.archivedAt && !isDoneInArchive(action))) return false;
  return may(role, action);
}

/** null until it is known who they are. A role in a project counts there instead of the studio's. */
export function useRole(): Role | null {
  const me = useMe().data;
  const board = useBoardFacts().data;
  return me && board ? roleOn(me, board.projectId) : null;
}

export function roleOn({ projectRoles, studioRole }: Me, project: string): Role | null {
  return projectRoles.find(({ projectId }) => projectId === project)?.role ?? studioRole;
}
