import type { PinEstimate } from '../../../data/types.ts';
import { classes } from '../../../ui/classes.ts';
import { choiceSays, timeSays } from './choiceSays.ts';
import { limitSays } from './limitSays.ts';

export type RunFactsProps = {
  readonly estimate: PinEstimate;
  readonly engine: PinEstimate['engines'][number];
};

/** Of the engine that would run: why it, how long, and under which limit. */
export function RunFacts({ estimate: { engines, limits }, engine }: RunFactsProps) {
  const mayCost = engines.some(({ region }) => region.usd > 0);
  const limit = mayCost ? limitSays(limits, engine.region.usd) : null;
  return (
    <div className="num mt-1.5 grid gap-0.5 text-11 text-text-3">
      <p className="text-text-2">{choiceSays(engine.choice)}</p>
      <p>{timeSays(engine.region)}</p>
      {limit && (
        <p className={classes('flex justify-between gap-3', limit.isBeyond && 'font-medium text-attention')}>
          <span>{limit.scope}</span>
          <span className="text-right">{limit.says}</span>
        </p>
      )}
    </div>
  );
}
