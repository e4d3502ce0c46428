'use client';

import { X } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import type { Pin } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { isTyping } from '../../ui/isTyping.ts';
import { optional } from '../../ui/optional.ts';
import { PinMark } from '../../ui/PinMark.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { timeAgo } from '../../ui/timeAgo.ts';
import { useNow } from '../../ui/useNow.ts';
import { useSize } from '../../ui/useSize.ts';
import { makeRoom } from '../panels/pins/goToPin.ts';
import { DecisionQuotes } from '../panels/versions/DecisionQuotes.tsx';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { selectPin } from '../state/changeState.ts';
import { useEdits, useVersions } from '../state/useBoardData.ts';
import { useMay } from '../state/useMay.ts';
import { besideFrame, isNarrow } from './anchor.ts';
import { EditNews } from './EditNews.tsx';
import { editsOfPin } from './editsOfPin.ts';
import { editTitle } from './editTitle.ts';
import { FailedEdit } from './FailedEdit.tsx';
import { ReadAs } from './ReadAs.tsx';
import { RunForm } from './RunForm.tsx';
import { Submitted } from './Submitted.tsx';
import type { Anchors } from './useAnchors.ts';
import { useLiveEdit } from './useLiveEdit.ts';
import { versionWith } from './versionWith.ts';

const UnderWay = optional(async () => (await import('./UnderWay.tsx')).UnderWay);
const SelectHere = optional(async () => (await import('./SelectHere.tsx')).SelectHere);

export type EditCardProps = { readonly pin: Pin; readonly anchors: Anchors };

/** The note, how it was read, and then whatever its edit needs next: to be run, waited for, or tried otherwise. */
export function EditCard({ pin, anchors }: EditCardProps) {
  const { store } = useBoardContext();
  const card = useRef<HTMLElement>(null);
  const size = useSize(card);
  const { data: edits = [] } = useEdits();
  const { data: versions = [] } = useVersions();
  useTellHeight(size?.height ?? null);
  useRoom(pin, size?.height ?? null);
  const [isPastFailure, setPastFailure] = useState<string | null>(null);
  const [wantsAgain, setWantsAgain] = useState(false);
  const mayStart = useMay('edit.start');
  const { underWay, taken, last } = editsOfPin(edits, pin.id);
  const live = useLiveEdit(underWay);
  const close = () => selectPin(store, null);
  const narrow = isNarrow(anchors.view);
  // A sheet would lie over what is to be pointed at.
  const isAside = useBoard(({ matching }) => Boolean(matching?.onDrawn)) && narrow;
  const place = besideFrame(anchors, size?.height ?? 520);
  const failed = !live && last?.state === 'failed' && isPastFailure !== last.id ? last : null;
  const submitted = taken && !live && !wantsAgain && versionWith(versions, taken, 'in_review');
  const sentBack =
    pin.state === 'open' &&
    taken &&
    (versionWith(versions, taken, 'changes_requested') ?? versionWith(versions, taken, 'withdrawn'));
  const canRun = !live && !failed && !submitted;
  const { wish } = pin.reading;
  return (
    <section
      ref={card}
      aria-label={texts.edit.panel(pin.number)}
      // Where the focus is in a slider or among radios, the board's own Escape keeps out.
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event.nativeEvent)) return;
        event.preventDefault();
        if (store.getState().matching?.onDrawn) store.setState({ tool: 'select' });
        else close();
      }}
      className={classes(
        'absolute z-20 flex flex-col overflow-hidden bg-raised',
        narrow ? 'inset-x-0 bottom-0 max-h-[62%] rounded-t-4 shadow-3' : 'rounded-3 shadow-2',
        !size && 'invisible',
      )}
      style={
        narrow
          ? undefined
          : { left: place.x, top: place.y, width: place.width, maxHeight: anchors.view.height - 24 }
      }
    >
      <header className="flex shrink-0 items-center gap-2 py-2.5 pr-2 pl-3">
        <PinMark number={pin.number} state={pin.state} {...(live ? { progress: live.progress } : {})} />
        <h2 className="min-w-0 flex-1 truncate font-semibold">{editTitle(wish)}</h2>
        <IconButton icon={X} label={texts.common.close} keys="Esc" onClick={close} />
      </header>
      <div className={classes('min-h-0 flex-1 overflow-y-auto', isAside && '[&>:not([data-match])]:hidden')}>
        <Note pin={pin} />
        {sentBack && sentBack.decisions.length > 0 && (
          <div className="grid gap-2 px-3.5 pb-3">
            <DecisionQuotes decisions={sentBack.decisions} isWhole />
          </div>
        )}
        <ReadAs pin={pin} />
        {live && (
          <Suspense fallback={<Shape className="m-3.5 h-24" />}>
            <UnderWay edit={live} edits={edits} />
          </Suspense>
        )}
        {failed && <FailedEdit pin={pin} edit={failed} onOthers={() => setPastFailure(failed.id)} />}
        {submitted && <Submitted version={submitted} onAgain={() => setWantsAgain(true)} />}
        {canRun && mayStart && pin.region.kind === 'point' && (
          <Suspense>
            <SelectHere pin={pin} />
          </Suspense>
        )}
        {canRun && mayStart && <RunForm pin={pin} last={last} />}
        {canRun && !mayStart && (
          <p className="border-line border-t px-3.5 py-3 text-12 text-text-2">
            {texts.edit.archivedOrViewer}
          </p>
        )}
      </div>
      <EditNews edit={live ?? last} />
    </section>
  );
}

function Note({ pin: { note, by, createdAt } }: { readonly pin: Pin }) {
  const now = useNow();
  return (
    <div className="px-3.5 pb-3">
      <blockquote className="whitespace-pre-line break-words">“{note}”</blockquote>
      <p className="mt-0.75 font-medium text-11 text-text-3">
        {texts.pins.who(by.name ?? texts.common.somebody, timeAgo(createdAt, now))}
      </p>
    </div>
  );
}

/** For the candidates' strip, which lies beside the panel. */
function useTellHeight(editPanelHeight: number | null): void {
  const { store } = useBoardContext();
  useEffect(() => {
    store.setState({ editPanelHeight });
    return () => store.setState({ editPanelHeight: null });
  }, [store, editPanelHeight]);
}

/** Once, when it opens: whoever moves the view afterwards has it where they want it. */
function useRoom(pin: Pin, height: number | null): void {
  const { store } = useBoardContext();
  const hasLooked = useRef(false);
  useEffect(() => {
    if (height === null || hasLooked.current) return;
    hasLooked.current = true;
    makeRoom(store, pin, height);
  }, [store, pin, height]);
}
