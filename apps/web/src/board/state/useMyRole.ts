'use client';

import type { ActorRole } from '@pinpaint/domain';
import { useBoardFacts } from './useBoardData.ts';
import { useRole } from './useMay.ts';

/** As whom the tables of states are asked: in an archive, everybody only looks. Null until it is known. */
export function useMyRole(): ActorRole | null {
  const role = useRole();
  const board = useBoardFacts().data;
  return role && board?.archivedAt ? 'viewer' : role;
}
