'use client';

import { History } from 'lucide-react';
import { historyTexts as words } from '../../text/historyTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { leavePast } from './leavePast.ts';
import { useEscape } from './useEscape.ts';
import { useRestore } from './useRestore.ts';
import { dayAndTime } from './when.ts';

/** Over the canvas while it shows a moment: which, and the two ways on. Restoring ends in this being gone, too. */
export function PastBar() {
  const { store } = useBoardContext();
  const past = useBoard((state) => state.past);
  const restore = useRestore();
  const toNow = leaving(() => leavePast(store));
  useEscape(toNow);
  if (!past) return null;
  return (
    <section
      aria-label={words.title}
      className="absolute inset-x-3 top-3 z-20 mx-auto flex w-fit max-w-[calc(100%-24px)] items-center gap-3 rounded-3 bg-raised py-2 pr-2 pl-3.5 shadow-3 max-sm:flex-wrap"
    >
      <History size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-attention" />
      <div role="status" className="min-w-0">
        <p className="truncate font-semibold text-13">{words.asItWas(dayAndTime(past.at))}</p>
        <p className="text-12 text-text-2">{restore ? words.kept : words.mayNotRestore}</p>
      </div>
      <div className="flex shrink-0 gap-2 max-sm:ml-auto">
        {restore && (
          <Button look="primary" onClick={leaving(restore)}>
            {words.restore}
          </Button>
        )}
        <Button onClick={toNow}>{words.back}</Button>
      </div>
    </section>
  );
}

/** The bar goes with it, so the focus goes to what is shown then. */
function leaving(deed: () => void): () => void {
  return () => {
    deed();
    document.querySelector<HTMLElement>('[data-moment]')?.focus();
  };
}
