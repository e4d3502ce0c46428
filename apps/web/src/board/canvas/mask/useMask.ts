'use client';

import type { FrameId, PixelRect, Region } from '@pinpaint/domain';
import { rectOfSize, spotOfPoint } from '@pinpaint/domain';
import { useEffect, useMemo, useState } from 'react';
import type { Pin } from '../../../data/types.ts';
import { useBoard } from '../../state/BoardContext.tsx';
import { useEdits, useLocks, usePins } from '../../state/useBoardData.ts';
import { MaskMaker } from './MaskMaker.ts';
import type { MaskWish } from './maskOf.ts';
import type { MaskAnswer } from './maskWorker.ts';

/** The selected pin's permitted alpha, as it is tried out, where it is shown. */
export type BoardMask = {
  readonly frameId: FrameId;
  readonly mask: NonNullable<MaskAnswer>;
  /** Only over a source that nobody has changed yet: a candidate has to be judged. */
  readonly washes: boolean;
};

export function useMask(): BoardMask | null {
  const pin = usePin();
  const wish = useWish(pin);
  const [maker, setMaker] = useState<MaskMaker | null>(null);
  const [made, setMade] = useState<{ readonly wish: MaskWish; readonly mask: MaskAnswer } | null>(null);
  const shown = useBoard((state) => (pin ? state.shown[pin.frameId] : undefined));
  useEffect(() => {
    const own = new MaskMaker();
    setMaker(own);
    return () => own.stop();
  }, []);
  useEffect(() => {
    if (maker && wish) maker.make(wish, (mask) => setMade({ wish, mask }));
  }, [maker, wish]);
  const isUntouched = pin?.state === 'open' || pin?.state === 'editing';
  // An artwork that is being placed says by itself where it lies.
  const isPlacing = useBoard(({ placing }) => placing !== null);
  const washes = isUntouched && !isPlacing && shown?.kind !== 'candidate' && shown?.kind !== 'taken';
  const frameId = pin?.frameId;
  return useMemo(() => {
    // The one before stays while the next is made, so that a slider does not make it blink.
    if (!wish || !made?.mask || !frameId || made.wish.region !== wish.region) return null;
    return { frameId: frameId as FrameId, mask: made.mask, washes };
  }, [wish, made, frameId, washes]);
}

function usePin(): Pin | null {
  const pinId = useBoard((state) => state.pinId);
  const pins = usePins().data;
  return (pinId && pins?.find(({ id }) => id === pinId)) || null;
}

/** What lies under an artwork is what may change: as it is being placed, else as it was. */
function usePlacedRegion(pin: Pin | null): Region | undefined {
  const edits = useEdits().data;
  const placing = useBoard((state) => state.placing);
  if (placing && placing.pinId === pin?.id) return placing.start?.region;
  const last = pin && edits?.find(({ pinId }) => pinId === pin.id);
  return last?.intent.wish?.kind === 'place' ? (last.region as Region) : undefined;
}

/** null: nothing to show. A mask that is itself a picture is not made here. */
function useWish(pin: Pin | null): MaskWish | null {
  const showsMask = useBoard((state) => state.showsMask);
  const trial = useBoard((state) => state.trial);
  const bounds = useBoard((state) => (pin ? state.bounds.get(pin.frameId as FrameId) : undefined));
  const locks = useLocks().data;
  const placed = usePlacedRegion(pin);
  return useMemo(() => {
    if (!pin || !showsMask || !bounds || growsOnly(pin) || pin.state === 'declined') return null;
    const region = placed ?? regionToEdit(pin.region as Region, bounds);
    const own = (locks ?? []).filter(({ frameId }) => frameId === pin.frameId);
    const regions = own.map((lock) => lock.region as Region);
    if ([region, ...regions].some(({ kind }) => kind === 'raster')) return null;
    return { region, locks: regions, bounds, ...trial };
  }, [pin, showsMask, bounds, locks, trial, placed]);
}

/** Its own border is drawn, and nothing changes that is there. */
function growsOnly({ extend, reading: { wish } }: Pin): boolean {
  return extend !== null || (wish?.kind === 'extend' && !wish.removes);
}

/** A note about no place is about all of the frame. */
function regionToEdit(region: Region, bounds: PixelRect): Region {
  if (region.kind === 'none') return { kind: 'rectangle', ...bounds };
  return region.kind === 'point' ? spotOfPoint([region.x, region.y], rectOfSize(bounds)) : region;
}
