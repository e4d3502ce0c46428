import { limitBeyond } from '@pinpaint/domain';
import type { Carry, Finding } from '../../data/types.ts';
import { estimateTexts } from '../../text/estimateTexts.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { megapixels, money, seconds } from '../../ui/numbers.ts';
import { engineTitle } from '../edit/engineTitle.ts';

export type CarryFootProps = {
  readonly carry: Carry;
  readonly wanted: readonly Finding[];
  readonly isBusy: boolean;
  readonly onRun: () => void;
};

/** What it would take in all of them, beside what the whole pictures would; then the next step. */
export function CarryFoot({ carry, wanted, isBusy, onRun }: CarryFootProps) {
  const { limits, source } = carry;
  const region = sumOf(wanted, 'region');
  const frame = sumOf(wanted, 'frame');
  const isConnected = wanted.every(({ estimate }) => estimate !== null);
  const beyond = limitOver(limits, wanted);
  return (
    <footer className="grid shrink-0 gap-2.5 border-line border-t px-3.5 py-3">
      {isConnected ? (
        <dl className="grid grid-cols-[1fr_auto] gap-y-0.5 text-12">
          <dt className="text-text-2">{words.sum}</dt>
          <dd className="num text-right font-semibold">{costText(region)}</dd>
          <dt className="text-text-3">{words.whole}</dt>
          <dd className="num text-right text-text-3">{costText(frame)}</dd>
        </dl>
      ) : (
        <p className="text-12 text-text-2">{words.noEngine(engineTitle(source.engine))}</p>
      )}
      {beyond && (
        <p role="alert" className="text-12 text-danger">
          {words.over(estimateTexts.scopes[beyond.of], money(Math.max(0, beyond.limitUsd - beyond.spentUsd)))}
        </p>
      )}
      <Button
        look="primary"
        size="big"
        className="w-full"
        disabled={isBusy || beyond !== null || !isConnected || wanted.length === 0}
        onClick={onRun}
      >
        {wanted.length > 0 ? words.run(wanted.length) : words.choose}
      </Button>
    </footer>
  );
}

/** One that all of them together would go beyond, or the dearest of them what one edit may cost. */
function limitOver(limits: Carry['limits'], wanted: readonly Finding[]) {
  const dearest = Math.max(0, ...wanted.map(({ estimate }) => estimate?.region.usd ?? 0));
  const isOne = ({ of }: Carry['limits'][number]) => of === 'edit';
  return (
    limitBeyond(limits.filter(isOne), dearest) ??
    limitBeyond(
      limits.filter((limit) => !isOne(limit)),
      sumOf(wanted, 'region').usd,
    )
  );
}

type Cost = { readonly pixels: number; readonly seconds: number; readonly usd: number };

function sumOf(findings: readonly Finding[], what: 'region' | 'frame'): Cost {
  return findings.reduce(
    (sum, { estimate }) => ({
      pixels: sum.pixels + (estimate?.[what].pixels ?? 0),
      seconds: sum.seconds + (estimate?.[what].seconds ?? 0),
      usd: sum.usd + (estimate?.[what].usd ?? 0),
    }),
    { pixels: 0, seconds: 0, usd: 0 },
  );
}

function costText({ pixels, usd, ...cost }: Cost): string {
  return `${megapixels(pixels)} · ${seconds(cost.seconds)} · ${money(usd)}`;
}
