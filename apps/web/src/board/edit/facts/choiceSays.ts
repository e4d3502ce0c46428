import type { PinEstimate } from '../../../data/types.ts';
import { estimateTexts as words } from '../../../text/estimateTexts.ts';
import { money } from '../../../ui/numbers.ts';
import { engineTitle } from '../engineTitle.ts';

type EngineEstimate = PinEstimate['engines'][number];

/** Why it is this engine, in one line. */
export function choiceSays({ reason, other, by }: EngineEstimate['choice']): string {
  if (!other || !by || reason === 'only') return words.only;
  const why = reason === 'first' ? words.first[by] : words.wanted[reason];
  const title = engineTitle(other.name);
  const would = {
    usd: words.would.usd(title, other.usd === 0 ? words.free : money(other.usd)),
    order: words.would.seconds(title, words.seconds(rounded(other.seconds))),
  };
  return words.reason(why, would[by]);
}

/** How long, how sure that is, and where it is known from. */
export function timeSays({ seconds, spread }: EngineEstimate['region']): string {
  const time = words.seconds(rounded(seconds));
  if (!spread) return words.announced(time);
  return words.learnt(time, rounded(spread.low), rounded(spread.high), spread.runs);
}

/** 0.04, 3.1, 38: no figure that the next run would belie. */
function rounded(seconds: number): string {
  if (seconds >= 9.95) return String(Math.round(seconds));
  return String(Number(seconds < 0.1 ? seconds.toPrecision(1) : seconds.toFixed(1)));
}
