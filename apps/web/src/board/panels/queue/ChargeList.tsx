'use client';

import type { Charge } from '../../../data/types.ts';
import { runTexts as words } from '../../../text/runTexts.ts';
import { texts } from '../../../text/texts.ts';
import { money } from '../../../ui/numbers.ts';
import { timeAgo } from '../../../ui/timeAgo.ts';
import { useNow } from '../../../ui/useNow.ts';
import { useFrames, usePins } from '../../state/useBoardData.ts';

/** More than somebody looks back over. */
const most = 20;

/** What services were asked for besides edits, and what it came to. */
export function ChargeList({ charges }: { readonly charges: readonly Charge[] }) {
  const now = useNow();
  const { data: frames = [] } = useFrames();
  const { data: pins = [] } = usePins();
  if (charges.length === 0) return null;
  const whereOf = ({ frameId, pinId }: Charge) => {
    const frame = frames.find(({ id }) => id === frameId)?.name ?? '';
    const pin = pins.find(({ id }) => id === pinId);
    return pin ? texts.queue.pin(frame, pin.number) : texts.queue.noPin(frame);
  };
  return (
    <section aria-label={words.charges}>
      <h2 className="px-3.5 pt-2.5 pb-1 font-medium text-11 text-text-3">{words.charges}</h2>
      <ol>
        {charges.slice(0, most).map((charge) => (
          <li key={charge.id} className="flex items-start gap-2 px-3.5 py-2">
            <p className="min-w-0 flex-1 truncate font-medium">
              {words.chargeKinds[charge.kind]}
              <span className="block truncate font-normal text-11 text-text-3">{whereOf(charge)}</span>
            </p>
            <p className="num shrink-0 text-right text-12">
              {money(charge.usd)}
              <span className="block text-11 text-text-3">{timeAgo(charge.createdAt, now)}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
