'use client';

import { texts } from '../../../text/texts.ts';
import { PinMark } from '../../../ui/PinMark.tsx';
import { timeAgo } from '../../../ui/timeAgo.ts';
import { useNow } from '../../../ui/useNow.ts';
import { showFrames } from '../../canvas/viewActions.ts';
import { useBoard, useBoardContext } from '../../state/BoardContext.tsx';
import type { Waiting } from '../../state/boardStore.ts';
import { selectFrame } from '../../state/changeState.ts';
import { useFrames, usePins } from '../../state/useBoardData.ts';

/** Pins that the server does not have yet. With a connection that is a moment, and not worth a row. */
export function WaitingPins() {
  const isOffline = useBoard(({ saved }) => saved.kind === 'offline');
  const waiting = useBoard((state) => state.waiting);
  const { data: pins } = usePins();
  const own = waiting.filter(({ kind, id }) => kind === 'pin' && !pins?.some((pin) => pin.id === id));
  if (!isOffline || own.length === 0) return null;
  return (
    <section aria-label={texts.pins.waitingToBeSent}>
      <h2 className="px-3.5 pt-2.5 pb-1 font-medium text-11 text-text-3">{texts.pins.waitingToBeSent}</h2>
      <ol>
        {own.map((one) => (
          <WaitingPin key={one.id} waiting={one} />
        ))}
      </ol>
    </section>
  );
}

function WaitingPin({ waiting: { frameId, words, at } }: { readonly waiting: Waiting }) {
  const { store } = useBoardContext();
  const { data: frames } = useFrames();
  const now = useNow();
  const frame = frames?.find(({ id }) => id === frameId)?.name ?? '';
  const go = () => {
    selectFrame(store, frameId);
    showFrames(store, [frameId]);
  };
  return (
    <li>
      <button
        type="button"
        onClick={go}
        className="-outline-offset-2 grid w-full grid-cols-[28px_1fr] gap-x-2.5 px-3.5 pt-2 pb-2.25 text-left hover:bg-raised"
      >
        <PinMark number={0} state="open" label="" />
        <span className="min-w-0">
          <span className="block whitespace-pre-line break-words">{words}</span>
          <span className="mt-0.75 block font-medium text-11 text-text-3">
            {texts.pins.who(frame, timeAgo(at, now))}
          </span>
        </span>
      </button>
    </li>
  );
}
