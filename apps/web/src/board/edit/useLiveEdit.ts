'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import type { Edit } from '../../data/types.ts';
import { isUnderWay } from './editsOfPin.ts';

/** Often enough for a bar that moves; progress is no news, so it has to be asked for. */
const everyMs = 600;

/** An edit with its progress, asked for again while it is under way; whoever shows the same edit shares the asking. */
export function useLiveEdit(edit: Edit | null): Edit | null {
  const client = useQueryClient();
  const isLive = edit !== null && isUnderWay(edit);
  const { data } = useQuery({
    queryKey: ['progress', edit?.id],
    enabled: isLive,
    refetchInterval: everyMs,
    queryFn: async ({ signal }) => {
      const now = await sessionApi.get<Edit>(`/edits/${edit?.id}`, signal);
      // The news say so too; where their socket is cut, this does.
      if (!isUnderWay(now)) void client.invalidateQueries({ predicate: ({ queryKey }) => hangsOn(queryKey) });
      return now;
    },
  });
  return isLive && data ? data : edit;
}

function hangsOn([word]: readonly unknown[]): boolean {
  return word === 'edits' || word === 'pins' || word === 'candidates';
}
