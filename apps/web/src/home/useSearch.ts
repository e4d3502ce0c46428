'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { sessionApi } from '../data/api.ts';
import type { SearchResult } from '../data/types.ts';
import { useSettled } from '../ui/useSettled.ts';

/** Long enough that a word that is being typed is asked for once. */
const settledMs = 150;

/** What there is by this text; asked anew each time, since what was found an hour ago may be renamed. */
export function useSearch(typed: string) {
  const text = useSettled(typed.trim(), settledMs);
  return useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => sessionApi.get<SearchResult>(`/search?${new URLSearchParams({ text })}`, signal),
    enabled: text.length > 1,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}
