'use client';

import { CloudCheck, CloudOff, CloudUpload, Eye, RefreshCw } from 'lucide-react';
import { Popover } from 'radix-ui';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { PinMark } from '../../ui/PinMark.tsx';
import { useSession } from '../room/SessionContext.tsx';
import { useBoard } from '../state/BoardContext.tsx';

const words = texts.board;

/** What the server has acknowledged, never a guess. */
export function SavedWord() {
  const saved = useBoard((state) => state.saved);
  const looksOnly = useBoard(({ access }) => access === 'read');
  const Icon = looksOnly ? Eye : saved.kind === 'saved' ? CloudCheck : CloudUpload;
  return (
    <div role="status" className="ml-1 flex shrink-0 items-center gap-3 text-12 text-text-2">
      <span aria-hidden="true" className="hidden h-5 w-px bg-line md:block" />
      {saved.kind === 'offline' ? (
        <Offline waiting={saved.waiting} />
      ) : (
        <span
          className={`${saved.kind === 'held' ? 'flex font-medium text-attention' : 'hidden sm:flex'} items-center gap-1.5`}
          title={saved.kind === 'held' ? words.heldWhy : undefined}
        >
          <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
          <span className="min-w-26">{looksOnly ? words.readOnly : words[saved.kind]}</span>
        </span>
      )}
    </div>
  );
}

function Offline({ waiting }: { readonly waiting: number }) {
  const session = useSession();
  return (
    <Popover.Root>
      <Popover.Trigger className="flex items-center gap-1.5 rounded-1 font-medium text-attention">
        <CloudOff size={15} strokeWidth={1.75} aria-hidden="true" />
        {waiting > 0 ? words.offlineWaiting(waiting) : words.offline}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={8}
          className="z-50 w-85 rounded-3 bg-raised p-4 text-13 shadow-3"
        >
          <h2 className="font-semibold text-15">{words.offlineTitle}</h2>
          <p className="mt-1 text-text-2">{words.offlineLead(waiting)}</p>
          <WaitingList />
          <div className="mt-3 flex items-center gap-2.5 text-12 text-text-3">
            <Button onClick={() => session.retry()}>
              <RefreshCw size={14} aria-hidden="true" />
              {words.tryNow}
            </Button>
            {words.editsWait}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
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
