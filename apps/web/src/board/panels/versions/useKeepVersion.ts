'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Version } from '../../../data/types.ts';
import { useBoardContext } from '../../state/BoardContext.tsx';

export type KeepVersion = {
  /** Puts a version as the server has just told it into what all screens show. */
  readonly now: (version: Version) => void;
  /** Changes what is shown of a version, ahead of the server. */
  readonly ahead: (versionId: string, change: (version: Version) => Version) => void;
  /** Nobody knows any more: ask the server. */
  readonly readAgain: () => void;
};

export function useKeepVersion(): KeepVersion {
  const client = useQueryClient();
  const { boardId } = useBoardContext();
  const key = ['versions', boardId];
  const change = (to: (all: readonly Version[]) => readonly Version[]) =>
    client.setQueryData<readonly Version[]>(key, (all) => all && to(all));
  const readAgain = () => void client.invalidateQueries({ queryKey: key });
  return {
    readAgain,
    ahead: (versionId, to) =>
      change((all) => all.map((version) => (version.id === versionId ? to(version) : version))),
    now(version) {
      change((all) => [version, ...all.filter(({ id }) => id !== version.id)]);
      // What was decided of one may have moved others: an approval replaces the approved one.
      readAgain();
    },
  };
}
