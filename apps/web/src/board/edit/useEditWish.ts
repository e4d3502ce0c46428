'use client';

import { boundsOfRegion, type PinId } from '@pinpaint/domain';
import { defaultGrowPx } from '@pinpaint/imaging';
import { useQuery } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import { readAll } from '../../data/readAll.ts';
import type { MaskFigures, Pin, PinEstimate, Worker } from '../../data/types.ts';
import { useSettled } from '../../ui/useSettled.ts';
import { useBoard } from '../state/BoardContext.tsx';
import { useMay } from '../state/useMay.ts';

/** Long enough that a slider that moves does not ask for each of its steps. */
const settleMs = 250;

/** How long looking at a crop takes, about. */
const lookAgainMs = 500;

/** Engines with what each would take for this pin, for the chosen growth and number of variants. */
export function useEstimate(pinId: PinId, variants: number) {
  const growPx = useSettled(
    useBoard((state) => state.trial.growPx),
    settleMs,
  );
  const mayEstimate = useMay('edit.estimate');
  return useQuery<PinEstimate>({
    queryKey: ['estimate', pinId, variants, growPx],
    enabled: mayEstimate,
    placeholderData: (before, query) => (query?.queryKey[1] === pinId ? before : undefined),
    refetchInterval: ({ state }) => (state.data?.foresight === 'looking' ? lookAgainMs : false),
    queryFn: ({ signal }) =>
      sessionApi.get<PinEstimate>(`/pins/${pinId}/estimate?${queryOf({ variants, growPx })}`, signal),
  });
}

/** How much of the frame the edit might change, as the mask is tried out now. */
export function useMaskFigures(pinId: PinId) {
  const { growPx, featherPx } = useSettled(
    useBoard((state) => state.trial),
    settleMs,
  );
  return useQuery<MaskFigures>({
    queryKey: ['mask', pinId, growPx, featherPx],
    placeholderData: (before, query) => (query?.queryKey[1] === pinId ? before : undefined),
    queryFn: ({ signal }) =>
      sessionApi.get<MaskFigures>(`/pins/${pinId}/mask?${queryOf({ growPx, featherPx })}`, signal),
  });
}

/** Those connected now, with their engines. */
export function useWorkers(): readonly Worker[] {
  const mayRead = useMay('worker.read');
  const { data } = useQuery({
    queryKey: ['workers'],
    enabled: mayRead,
    queryFn: ({ signal }) => readAll<Worker>(sessionApi, '/workers', signal),
  });
  return data?.filter(({ state }) => state === 'connected') ?? [];
}

/** What the server takes when nobody says otherwise. */
export function defaultGrowth({ region }: Pin): number {
  const bounds = boundsOfRegion(region);
  return bounds ? defaultGrowPx(bounds) : 0;
}

function queryOf(wishes: Readonly<Record<string, number | null>>): string {
  const said = Object.entries(wishes).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(said).toString();
}
