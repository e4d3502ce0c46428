import { extendBounds, type PixelRect, uniteRects, type Wish } from '@pinpaint/domain';
import type { Candidate } from '../../data/types.ts';
import type { Grown } from '../state/boardStore.ts';

type Growing = {
  readonly bounds: PixelRect;
  readonly wish: Wish | null;
  readonly candidate: Pick<Candidate, 'rect'> | undefined;
};

/** How large an extend makes what covers `bounds`: as the shown candidate did, else as the wish says; null: no larger. */
export function grownBy({ bounds, wish, candidate }: Growing): Omit<Grown, 'frameId'> | null {
  if (wish?.kind !== 'extend') return null;
  const rect = candidate
    ? uniteRects(bounds, candidate.rect)
    : extendBounds(bounds, wish.aspect, wish.anchor);
  const isLarger = rect.width > bounds.width || rect.height > bounds.height;
  return isLarger ? { rect, isShown: candidate !== undefined } : null;
}
