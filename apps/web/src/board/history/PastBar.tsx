'use client';

import { History } from 'lucide-react';
import { historyTexts as words } from '../../text/historyTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { leavePast } from './leavePast.ts';
import { useEscape } from './useEscape.ts';
import { useRestore } from './useRestore.ts';
import { dayAndTime } from './when.ts';

/** Above the canvas, over nothing of it, while it shows a moment: which, and the two ways on. Restoring ends in this being gone, too. */
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
      className="flex shrink-0 items-center gap-3 border-line border-b bg-raised py-2 pr-2 pl-3.5"
    >
      <History size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-attention" />
      <div role="status" className="min-w-0 flex-1">
        <p className="font-semibold text-13 sm:truncate">{words.asItWas(dayAndTime(past.at))}</p>
        <p className={classes('text-12 text-text-2', restore && 'max-sm:hidden')}>
          {restore ? words.kept : words.mayNotRestore}
        </p>
      </div>
      <div className="flex shrink-0 gap-2">
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
