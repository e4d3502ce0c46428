'use client';

import type { FrameId } from '@pinpaint/domain';
import { Eye } from 'lucide-react';
import type { Frame } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { classes } from '../../../ui/classes.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { VersionStateWord } from '../../../ui/VersionStateWord.tsx';
import { FrameMenu } from '../../frames/FrameMenu.tsx';
import { useSeriesOf } from '../../series/useSeries.ts';
import { useBoard, useBoardContext } from '../../state/BoardContext.tsx';
import { selectFrame } from '../../state/changeState.ts';
import { useVersions } from '../../state/useBoardData.ts';
import { candidatePath, isAsUploaded, newestOf } from '../scene.ts';
import { usePlaced } from '../usePlaced.ts';
import { bringIntoView, pictureOf } from '../viewActions.ts';

const words = texts.canvas;
const heightPx = 28;
/** Narrower than this there is room for the name alone, or for name and state. */
const [narrowPx, roomyPx] = [170, 360];
const leastPx = 48;

/** "2 Fig bowl · v4 draft · 2572 × 1740", above the picture and as wide as it. */
export function FrameHeader({ frame }: { readonly frame: Frame }) {
  const { store } = useBoardContext();
  const frameId = frame.id as FrameId;
  const isSelected = useBoard((state) => state.frameId === frameId || state.alsoSelected.includes(frameId));
  const header = usePlaced<HTMLDivElement>((element, state) => {
    const picture = pictureOf(state, frameId);
    const isSeen = picture && picture.width >= leastPx;
    element.style.visibility = isSeen ? '' : 'hidden';
    if (!isSeen) return;
    element.style.width = `${picture.width}px`;
    element.style.transform = `translate(${picture.x}px, ${picture.y - heightPx}px)`;
    element.classList.toggle('board-narrow', picture.width < narrowPx);
    element.classList.toggle('board-medium', picture.width < roomyPx);
  });
  const show = () => {
    const picture = pictureOf(store.getState(), frameId);
    if (picture) bringIntoView(store, { ...picture, height: Math.min(picture.height, 80) });
  };
  return (
    <div
      ref={header}
      data-frame={frameId}
      className="group absolute top-0 left-0 flex h-7 items-center gap-2 whitespace-nowrap pb-1 text-12 text-on-surround-2"
    >
      <button
        type="button"
        aria-current={isSelected ? 'true' : undefined}
        onFocus={show}
        onClick={() => isSelected || selectFrame(store, frameId)}
        className="max-w-full shrink-0 truncate rounded-1 font-semibold text-on-surround"
      >
        {words.frame(frame.number, frame.name)}
      </button>
      <SeriesWord frameId={frameId} />
      {isSelected && <State frame={frame} />}
      {isSelected && frame.master && (
        <span className="board-roomy num">
          {words.size(frame.master.size.width, frame.master.size.height)}
        </span>
      )}
      <span className="flex-1" />
      {isSelected ? <ShownWord frameId={frameId} /> : <State frame={frame} />}
      {isSelected && <FrameMenu frame={frame} />}
    </div>
  );
}

/** "2 of 5": where the picture stands in its series. */
function SeriesWord({ frameId }: { readonly frameId: FrameId }) {
  const { store } = useBoardContext();
  const found = useSeriesOf(frameId);
  if (!found) return null;
  const { name, place, of } = found;
  return (
    <button
      type="button"
      title={words.placeIn(name, place, of)}
      aria-label={words.placeIn(name, place, of)}
      onClick={() => {
        selectFrame(store, frameId);
        store.setState({ tab: 'series' });
      }}
      className="board-wide num rounded-1 hover:text-on-surround"
    >
      {words.placeOf(place, of)}
    </button>
  );
}

function State({ frame }: { readonly frame: Frame }) {
  const versions = useVersions().data ?? [];
  const newest = newestOf(versions.filter(({ frameId }) => frameId === frame.id));
  if (!newest || (newest.state === 'draft' && newest.layers.length === 0)) return null;
  if (isAsUploaded(newest))
    return frame.drawing && <span className="board-wide min-w-0 truncate">{texts.layers.drawn}</span>;
  const word =
    newest.state === 'draft'
      ? words.draftOf(newest.number)
      : words.versionState(newest.number, texts.versionStates[newest.state]);
  return (
    <span className={classes('board-wide board-on-surround')}>
      <VersionStateWord state={newest.state} word={word} />
    </span>
  );
}

/** What stands in the frame, when it is not what everybody sees. */
function ShownWord({ frameId }: { readonly frameId: FrameId }) {
  const { store } = useBoardContext();
  const isCandidate = useBoard(({ shown, topDrawn }) => {
    const wanted = shown[frameId];
    return wanted?.kind === 'candidate' && candidatePath(wanted.candidateId) === topDrawn;
  });
  const holdsBefore = useBoard((state) => state.holdsBefore);
  const pinId = useBoard((state) => state.pinId);
  const showsMask = useBoard((state) => state.showsMask);
  return (
    <span className="board-roomy flex items-center gap-2.5">
      {holdsBefore ? words.before : isCandidate && words.candidate}
      {pinId && (
        <button
          type="button"
          aria-pressed={showsMask}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => store.setState({ showsMask: !showsMask })}
          className={classes('flex items-center gap-1.5 rounded-1', showsMask ? '' : 'opacity-60')}
        >
          <Eye size={13} aria-hidden="true" />
          {words.mask} <Kbd>Q</Kbd>
        </button>
      )}
    </span>
  );
}
