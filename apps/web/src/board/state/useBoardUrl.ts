'use client';

import { type FrameId, type PinId, parseId } from '@pinpaint/domain';
import { useEffect, useState } from 'react';
import { keepShown } from '../canvas/viewActions.ts';
import { openCompare } from '../compare/openCompare.ts';
import { useBoardContext } from './BoardContext.tsx';
import type { BoardStore } from './boardStore.ts';
import { selectFrame, selectPin } from './changeState.ts';
import { useFrames, usePins, useVersions } from './useBoardData.ts';

/** `?frame=`, `?pin=` and `?compare=` select on opening, once what they name is there; later they say what is selected. */
export function useBoardUrl(): void {
  const { store } = useBoardContext();
  const frames = useFrames().data;
  const pins = usePins().data;
  const versions = useVersions().data;
  const [asked] = useState<Asked>(() => ({ frame: null, pin: null, compare: null }));
  // Not while rendering: coming by a link from another page, the address is still that page's then.
  useEffect(() => void Object.assign(asked, readAsked()), [asked]);
  useEffect(() => {
    const pin = asked.pin && pins?.find(({ id }) => id === asked.pin);
    if (!pin) return;
    asked.pin = null;
    selectPin(store, { id: pin.id as PinId, frameId: pin.frameId as FrameId });
    keepShown(store, pin.frameId as FrameId);
  }, [asked, pins, store]);
  useEffect(() => {
    const frame = asked.frame && frames?.find(({ id }) => id === asked.frame);
    if (!frame) return;
    asked.frame = null;
    if (!asked.pin) selectFrame(store, frame.id as FrameId);
    keepShown(store, frame.id as FrameId);
  }, [asked, frames, store]);
  useEffect(() => {
    const version = asked.compare && versions?.find(({ id }) => id === asked.compare);
    if (!versions || !version) return;
    asked.compare = null;
    openCompare(store, versions, version.id);
  }, [asked, versions, store]);
  useEffect(() => keepUrl(store), [store]);
}

type Asked = { frame: FrameId | null; pin: PinId | null; compare: string | null };

function readAsked(): Asked {
  const query = new URLSearchParams(location.search);
  return {
    frame: parseId<FrameId>(query.get('frame') ?? ''),
    pin: parseId<PinId>(query.get('pin') ?? ''),
    compare: query.get('compare'),
  };
}

/** @returns what ends it */
function keepUrl(store: BoardStore): () => void {
  return store.subscribe((now, before) => {
    if (now.frameId === before.frameId && now.pinId === before.pinId && now.compare === before.compare)
      return;
    const url = new URL(location.href);
    setParam(url, 'frame', now.pinId ? null : now.frameId);
    setParam(url, 'pin', now.pinId);
    setParam(url, 'compare', now.compare?.b ?? null);
    history.replaceState(history.state, '', url);
  });
}

function setParam({ searchParams }: URL, name: string, value: string | null): void {
  if (value) searchParams.set(name, value);
  else searchParams.delete(name);
}
