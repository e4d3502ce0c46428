'use client';

import { useEffect, useRef } from 'react';
import type { Pin } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { classes } from '../../../ui/classes.ts';
import { PinMark } from '../../../ui/PinMark.tsx';
import { PinStateWord } from '../../../ui/PinStateWord.tsx';
import { timeAgo } from '../../../ui/timeAgo.ts';
import { useNow } from '../../../ui/useNow.ts';
import { editsOfPin } from '../../edit/editsOfPin.ts';
import { useLiveEdit } from '../../edit/useLiveEdit.ts';
import { useBoard, useBoardContext } from '../../state/BoardContext.tsx';
import { selectPin } from '../../state/changeState.ts';
import { useEdits } from '../../state/useBoardData.ts';
import { goToPin } from './goToPin.ts';
import { PinDetail } from './PinDetail.tsx';
import { PinNews } from './PinNews.tsx';

/** One pin of the list: the whole of it selects; what belongs to the selected one unfolds below. */
export function PinItem({ pin }: { readonly pin: Pin }) {
  const { store } = useBoardContext();
  const isSelected = useBoard((state) => state.pinId === pin.id);
  const { data: edits = [] } = useEdits();
  const { underWay, last } = editsOfPin(edits, pin.id);
  const edit = useLiveEdit(pin.state === 'editing' ? underWay : null);
  const hasFailed = pin.state === 'open' && last?.state === 'failed';
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const progress = edit?.state === 'running' && { progress: edit.progress };
  return (
    <li ref={item} className={classes(isSelected && 'bg-hover shadow-[inset_3px_0_var(--accent-edge)]')}>
      <button
        type="button"
        aria-current={isSelected ? 'true' : undefined}
        aria-expanded={isSelected}
        onClick={() => (isSelected ? selectPin(store, null) : goToPin(store, pin))}
        className={classes(
          '-outline-offset-2 grid w-full grid-cols-[28px_1fr] gap-x-2.5 px-3.5 pt-2 pb-2.25 text-left',
          !isSelected && 'hover:bg-raised',
        )}
      >
        <PinMark number={pin.number} state={pin.state} label="" {...(progress || {})} />
        <span className="min-w-0">
          <span className="flex items-center justify-between gap-2">
            <span className="sr-only">{pin.number}. </span>
            <PinStateWord state={pin.state} {...(progress || {})} />
            <PinNews pin={pin} edit={edit} hasFailed={hasFailed} />
          </span>
          <span className="block whitespace-pre-line break-words">{pin.note}</span>
          <Who pin={pin} />
        </span>
      </button>
      {isSelected && <PinDetail pin={pin} />}
    </li>
  );
}

function Who({ pin: { by, createdAt, state, declineReason } }: { readonly pin: Pin }) {
  const now = useNow();
  return (
    <>
      {state === 'declined' && declineReason && (
        <span className="mt-0.75 block text-12 text-text-2">{declineReason}</span>
      )}
      <span className="mt-0.75 block font-medium text-11 text-text-3">
        {texts.pins.who(by.name ?? texts.common.somebody, timeAgo(createdAt, now))}
      </span>
    </>
  );
}
