'use client';

import type { FrameId, Region } from '@pinpaint/domain';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useBoard } from '../../state/BoardContext.tsx';
import type { Drawn, Smart } from '../../state/boardStore.ts';
import { useFrames, useVersions } from '../../state/useBoardData.ts';
import { type PictureSource, sceneOf } from '../scene.ts';
import { type FindAnswer, type FindWish, findThing } from './findThing.ts';

/** What was looked for, and what came of it. */
export type Found = {
  readonly isLooking: boolean;
  /** null: not yet, or nothing there. While the next is looked for, the one before stays. */
  readonly region: Region | null;
  readonly failure: (FindAnswer & { readonly ok: false })['error'] | null;
} & Pick<FindAnswer, 'segmenter' | 'instead'>;

export type SmartFound = Found & { readonly smart: Smart };

/** What Smart select has found for the hints it was given so far; null while there are none. */
export function useFound(): SmartFound | null {
  const smart = useBoard((state) => state.smart);
  const source = useSourceOf(smart?.frameId ?? null);
  const byEdges = useBoard((state) => state.findsByEdges);
  const found = useFind(source && smart && { source, kind: 'thing', byEdges, ...smart });
  return useMemo(() => smart && { smart, ...found }, [smart, found]);
}

/** A drawn line moved to the edges near it, where that is wanted. */
export function useSnapped({ frameId, region, snaps }: Drawn): Found {
  const source = useSourceOf(frameId);
  return useFind(source && snaps && region.kind === 'lasso' ? { source, kind: 'snap', lasso: region } : null);
}

function useFind(wish: FindWish | null): Found {
  const { data, isFetching }: UseQueryResult<FindAnswer | null> = useQuery({
    queryKey: ['found', wish?.source.path, wish],
    enabled: wish !== null,
    // Only of the same thing: what was found elsewhere before would lie on the picture for a moment.
    placeholderData: (before) => (wish && isRefined(wish) ? before : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: ({ signal }) => (wish ? findThing(wish, signal) : null),
  });
  return useMemo(
    () => ({
      isLooking: isFetching,
      region: data?.ok ? data.value : null,
      failure: data && !data.ok ? data.error : null,
      ...(data?.segmenter && { segmenter: data.segmenter }),
      ...(data?.instead && { instead: data.instead }),
    }),
    [data, isFetching],
  );
}

function isRefined(wish: FindWish): boolean {
  if (wish.kind !== 'thing') return false;
  const { around, add, remove } = wish.hints;
  return (around ? 1 : 0) + add.length + remove.length > 1;
}

/** The picture that stands in a frame just now, without what is laid over it. */
export function useSourceOf(frameId: FrameId | null): PictureSource | null {
  const frames = useFrames().data;
  const versions = useVersions().data;
  const shown = useBoard((state) => state.shown);
  return useMemo(() => {
    const own = frames?.filter(({ id }) => id === frameId) ?? [];
    return sceneOf({ frames: own, versions: versions ?? [], shown, holdsBefore: false })[0]?.base ?? null;
  }, [frames, versions, shown, frameId]);
}
