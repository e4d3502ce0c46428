import { limitBeyond } from '@pinpaint/domain';
import type { PinEstimate } from '../../../data/types.ts';
import { estimateTexts as words } from '../../../text/estimateTexts.ts';
import { money } from '../../../ui/numbers.ts';

/** The limit that stops it, else the one with the least left; the others have more room. */
export function limitSays(limits: PinEstimate['limits'], usd: number) {
  const beyond = limitBeyond(limits, usd);
  const [tightest] = limits.toSorted((a, b) => leftOf(a) - leftOf(b));
  const limit = beyond ?? tightest;
  if (!limit) return null;
  const { of, spentUsd, limitUsd } = limit;
  const says = of === 'edit' ? words.upTo(money(limitUsd)) : words.spent(money(spentUsd), money(limitUsd));
  return {
    isBeyond: beyond !== null,
    scope: words.scopes[of],
    says: beyond ? words.wouldExceed(says) : says,
  };
}

function leftOf({ limitUsd, spentUsd }: PinEstimate['limits'][number]): number {
  return limitUsd - spentUsd;
}
