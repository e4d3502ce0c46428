'use client';

import { CloudOff, RefreshCw } from 'lucide-react';
import { Popover } from 'radix-ui';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { PinMark } from '../../ui/PinMark.tsx';
import { useSession } from '../room/SessionContext.tsx';
import { isOfChanges } from '../room/shutOut.ts';
import { useBoard } from '../state/BoardContext.tsx';
import type { SavedState } from '../state/boardStore.ts';

const words = texts.board;

export type NotSavedProps = { readonly saved: Extract<SavedState, { readonly waiting: number }> };

/** Why nothing is saved just now, what waits, and what can be done about it. */
export function NotSaved({ saved }: NotSavedProps) {
  const session = useSession();
  const { says, title, lead, kept, hint } = wordsOf(saved);
  const isRefused = saved.kind === 'shut-out' && isOfChanges(saved.why) && saved.waiting > 0;
  return (
    <Popover.Root>
      <Popover.Trigger className="flex items-center gap-1.5 whitespace-nowrap rounded-1 font-medium text-attention">
        <CloudOff size={15} strokeWidth={1.75} aria-hidden="true" />
        {says}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={8}
          collisionPadding={12}
          aria-label={title}
          className="z-50 w-85 max-w-[calc(100vw-24px)] rounded-3 bg-raised p-4 text-13 shadow-3"
        >
          <h2 className="font-semibold text-15">{title}</h2>
          <p className="mt-1 text-text-2">{lead}</p>
          {kept && <p className="mt-2 text-text-2">{kept}</p>}
          <WaitingList />
          <div className="mt-3 flex flex-wrap items-center gap-2.5 text-12 text-text-3">
            <Button onClick={() => session.retry()}>
              <RefreshCw size={14} aria-hidden="true" />
              {words.tryNow}
            </Button>
            {isRefused && (
              <Button look="danger" onClick={() => void session.discard()}>
                {words.discard(saved.waiting)}
              </Button>
            )}
            <span>{hint}</span>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function wordsOf(saved: NotSavedProps['saved']) {
  const { waiting } = saved;
  if (saved.kind === 'shut-out')
    return { ...words.shutOut[saved.why], kept: words.shutOutKept(waiting), hint: words.shutOutAgain };
  return {
    says: waiting > 0 ? words.offlineWaiting(waiting) : words.offline,
    title: words.offlineTitle,
    lead: words.offlineLead(waiting),
    kept: null,
    hint: words.editsWait,
  };
}

function WaitingList() {
  const waiting = useBoard((state) => state.waiting);
  return (
    <ul className="mt-2">
      {waiting.map(({ id, kind, words: said }) => (
        <li key={id} className="flex items-center gap-2.5 border-line border-t py-2">
          {kind === 'pin' && <PinMark number={0} state="open" sizePx={18} label="" />}
          <span className="truncate">{kind === 'pin' ? words.pinWaits(said) : words.lockWaits(said)}</span>
        </li>
      ))}
    </ul>
  );
}
