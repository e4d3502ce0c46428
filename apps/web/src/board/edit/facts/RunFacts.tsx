import { limitBeyond } from '@pinpaint/domain';
import type { PinEstimate } from '../../../data/types.ts';
import { estimateTexts as words } from '../../../text/estimateTexts.ts';
import { classes } from '../../../ui/classes.ts';
import { money } from '../../../ui/numbers.ts';
import { choiceSays, timeSays } from './choiceSays.ts';

export type RunFactsProps = {
  readonly estimate: PinEstimate;
  readonly engine: PinEstimate['engines'][number];
};

/** Of the engine that would run: why it, how long, and under which limits. */
export function RunFacts({ estimate: { engines, limits }, engine }: RunFactsProps) {
  const beyond = limitBeyond(limits, engine.region.usd);
  const mayCost = engines.some(({ region }) => region.usd > 0);
  return (
    <div className="num mt-1.5 grid gap-0.5 text-11 text-text-3">
      <p className="text-text-2">{choiceSays(engine.choice)}</p>
      <p>{timeSays(engine.region)}</p>
      {mayCost && limits.length > 0 && (
        <dl aria-label={words.limits} className="mt-1 grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5">
          {limits.map((limit) => (
            <Limit key={limit.of} limit={limit} isBeyond={limit === beyond} />
          ))}
        </dl>
      )}
    </div>
  );
}

type LimitProps = { readonly limit: PinEstimate['limits'][number]; readonly isBeyond: boolean };

function Limit({ limit: { of, limitUsd, spentUsd }, isBeyond }: LimitProps) {
  const says = of === 'edit' ? words.upTo(money(limitUsd)) : words.spent(money(spentUsd), money(limitUsd));
  const look = classes(isBeyond && 'font-medium text-attention');
  return (
    <>
      <dt className={look}>{words.scopes[of]}</dt>
      <dd className={classes('text-right', look)}>{isBeyond ? words.wouldExceed(says) : says}</dd>
    </>
  );
}
