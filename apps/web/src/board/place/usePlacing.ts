'use client';

import type { Placement } from '@pinpaint/domain';
import { useEffect } from 'react';
import type { Artwork, Edit, Pin } from '../../data/types.ts';
import { useKit } from '../kit/useKit.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import type { Placing } from '../state/boardStore.ts';
import { lookClosely } from './lookClosely.ts';
import { fittedTo, placingOf } from './placingOf.ts';

export type PlacingParts = {
  readonly placing: Placing | null;
  readonly choose: (artwork: Artwork) => void;
  readonly lay: (placement: Placement) => void;
  readonly fit: () => void;
};

/** The artwork that is being placed for a pin, from what its newest edit or its note says. */
export function usePlacing(pin: Pin, last: Edit | null): PlacingParts {
  const { store } = useBoardContext();
  const placing = useBoard((state) => (state.placing?.pinId === pin.id ? state.placing : null));
  const covered = useBoard(({ bounds }) => bounds.get(pin.frameId));
  const kit = useKit().data;
  const put = (artwork: Placing['artwork'], placement: Placement) => {
    if (covered) store.setState({ placing: placingOf({ pin, artwork, placement, covered }) });
  };
  const fitted = (artwork: Placing['artwork']) => covered && fittedTo(pin, artwork, covered);
  const choose = (artwork: Artwork) => {
    const placement = fitted(artwork);
    const kept = placing?.placement ?? placement;
    if (kept && placement) put(artwork, { ...kept, surface: placement.surface });
  };
  const isMissing = placing === null && kit !== undefined && covered !== undefined;
  useEffect(() => {
    if (!isMissing || !kit || !covered) return;
    const said = placedBy(last) ?? (pin.reading.wish?.kind === 'place' ? pin.reading.wish : null);
    const [only] = kit.artworks;
    const found =
      kit.artworks.find(({ id }) => id === said?.artwork?.id) ??
      (kit.artworks.length === 1 ? only : undefined);
    if (!found) return;
    const own = said?.artwork?.id === found.id ? said.placement : undefined;
    const placement = own ?? fittedTo(pin, found, covered);
    const next = placingOf({ pin, artwork: found, placement, covered });
    store.setState({ placing: next });
    if (pin.state === 'open') lookClosely(store, next, placement);
  }, [isMissing, kit, covered, last, pin, store]);
  // Of another pin, or of none any more.
  useEffect(() => () => store.setState({ placing: null }), [store]);
  return {
    placing,
    choose,
    lay: (placement) => placing && put(placing.artwork, placement),
    fit: () => {
      const placement = placing && fitted(placing.artwork);
      if (placing && placement) put(placing.artwork, { ...placing.placement, surface: placement.surface });
    },
  };
}

function placedBy(edit: Edit | null) {
  const wish = edit?.intent.wish;
  return wish?.kind === 'place' ? wish : null;
}
